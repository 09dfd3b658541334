package io.clientele.ingest.clean;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A country as its ISO 3166-1 alpha-2 code. */
public final class Country {

  /** The name under which this step is recorded. */
  public static final String RULE = "country";

  /**
   * Names in use that the locale data does not give, and the two codes that the EU has of its own.
   */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("UK", "GB"),
          Map.entry("EL", "GR"),
          Map.entry("Great Britain", "GB"),
          Map.entry("England", "GB"),
          Map.entry("Scotland", "GB"),
          Map.entry("Wales", "GB"),
          Map.entry("Northern Ireland", "GB"),
          Map.entry("United Kingdom of Great Britain and Northern Ireland", "GB"),
          Map.entry("EIRE", "IE"),
          Map.entry("Republic of Ireland", "IE"),
          Map.entry("United States of America", "US"),
          Map.entry("U.S.", "US"),
          Map.entry("Holland", "NL"),
          Map.entry("The Netherlands", "NL"),
          Map.entry("Czech Republic", "CZ"),
          Map.entry("Turkey", "TR"),
          Map.entry("Türkiye", "TR"),
          Map.entry("Russian Federation", "RU"),
          Map.entry("Republic of Korea", "KR"),
          Map.entry("Korea, Republic of", "KR"),
          Map.entry("Viet Nam", "VN"),
          Map.entry("Ivory Coast", "CI"),
          Map.entry("Cape Verde", "CV"),
          Map.entry("Swaziland", "SZ"),
          Map.entry("Burma", "MM"),
          Map.entry("Macedonia", "MK"),
          Map.entry("East Timor", "TL"),
          Map.entry("Hong Kong", "HK"),
          Map.entry("Macau", "MO"),
          Map.entry("Palestine", "PS"),
          Map.entry("UAE", "AE"),
          Map.entry("Iran, Islamic Republic of", "IR"),
          Map.entry("Syrian Arab Republic", "SY"),
          Map.entry("Moldova, Republic of", "MD"),
          Map.entry("Republic of Moldova", "MD"),
          Map.entry("Tanzania, United Republic of", "TZ"),
          Map.entry("Bolivia, Plurinational State of", "BO"),
          Map.entry("Venezuela, Bolivarian Republic of", "VE"),
          Map.entry("Brunei Darussalam", "BN"),
          Map.entry("Lao People's Democratic Republic", "LA"),
          Map.entry("Taiwan, Province of China", "TW"),
          Map.entry("Congo, Democratic Republic of the", "CD"),
          Map.entry("Democratic Republic of the Congo", "CD"),
          Map.entry("Republic of the Congo", "CG"));

  /** There are two of each. */
  private static final Set<String> VAGUE =
      Set.of("Congo", "Kongo", "Korea", "Corea", "Coreia", "Corée", "Coréia");

  private static final Map<String, String> CODES = codes();

  private static final Names NAMES =
      Names.of(
          List.of(Locale.getISOCountries()),
          (code, language) -> locale(code).getDisplayCountry(language),
          OTHERS,
          VAGUE);

  private Country() {}

  /**
   * The code of a country given by alpha-2 or alpha-3 code, or by its name in any of some forty
   * languages, in any case; UK is GB. Empty if nothing or more than one country goes by it.
   */
  public static Optional<String> code(String text) {
    String name = Text.clean(text);
    if (name.length() <= 3) {
      String code = CODES.get(name.toUpperCase(Locale.ROOT));
      if (code != null) {
        return Optional.of(code);
      }
    }
    return NAMES.code(name);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      codes.put(code, code);
      codes.put(locale(code).getISO3Country(), code);
    }
    return Map.copyOf(codes);
  }

  private static Locale locale(String code) {
    return new Locale.Builder().setRegion(code).build();
  }
}
