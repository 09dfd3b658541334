package io.clientele.ingest.clean;

import io.clientele.ingest.Countries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language as its BCP 47 tag. */
public final class Language {

  /** The name under which this step is recorded. */
  public static final String RULE = "language";

  /** Longer texts are no tags. */
  private static final int MOST_CHARACTERS = 100;

  /** The twenty languages that have a second, bibliographic code in ISO 639-2. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  private static final Map<String, String> CODES = codes();

  private static final Names NAMES =
      Names.of(
          Arrays.stream(Locale.getISOLanguages()).map(Language::today).distinct().toList(),
          (code, language) -> Locale.forLanguageTag(code).getDisplayLanguage(language),
          Map.of("Mandarin", "zh", "Farsi", "fa", "Castellano", "es", "Flemish", "nl"),
          Set.of());

  /** The tags and names of locales as most senders write them, which need no parsing. */
  private static final Map<String, String> USUAL =
      Arrays.stream(Locale.getAvailableLocales())
          .map(Locale::toLanguageTag)
          .flatMap(tag -> Stream.of(tag, tag.replace('-', '_')))
          .distinct()
          .filter(name -> parsed(name).isPresent())
          .collect(Collectors.toUnmodifiableMap(name -> name, name -> parsed(name).orElseThrow()));

  private Language() {}

  /**
   * The tag of a language given by a tag or a locale's name in any spelling ({@code en_US.UTF-8}),
   * by an ISO 639-2 code or by its name in any of some forty languages. Empty if the language or
   * the region is none. Extensions, which tell how to write dates, are dropped.
   */
  public static Optional<String> tag(String text) {
    String usual = USUAL.get(text);
    return usual == null ? parsed(text) : Optional.of(usual);
  }

  private static Optional<String> parsed(String text) {
    String name = Text.clean(text);
    if (name.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Optional<String> tag = byTag(name.split("[.@]", 2)[0].replace('_', '-'));
    return tag.isPresent() ? tag : NAMES.code(name);
  }

  private static Optional<String> byTag(String tag) {
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(tag).clearExtensions().build();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
    String language = CODES.get(locale.getLanguage());
    String region = locale.getCountry().equals("UK") ? "GB" : locale.getCountry();
    return language == null || !isRegion(region)
        ? Optional.empty()
        : Optional.of(
            new Locale.Builder()
                .setLocale(locale)
                .setLanguage(language)
                .setRegion(region)
                .build()
                .toLanguageTag());
  }

  /** A country, or one of the numbered areas of UN M.49, such as 419 for Latin America. */
  private static boolean isRegion(String region) {
    return region.isEmpty() || Countries.include(region) || Character.isDigit(region.charAt(0));
  }

  /** Hebrew, Indonesian and Yiddish have an old code each beside today's. */
  private static String today(String code) {
    return Locale.forLanguageTag(code).getLanguage();
  }

  /** Two letters where there are two; three letters for what the locale data knows besides. */
  private static Map<String, String> codes() {
    Map<String, String> codes =
        Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::getLanguage)
            .filter(code -> !code.isEmpty())
            .distinct()
            .collect(
                Collectors.toMap(code -> code, code -> code, (one, same) -> one, HashMap::new));
    for (String code : Locale.getISOLanguages()) {
      codes.put(code, today(code));
      codes.put(Locale.forLanguageTag(code).getISO3Language(), today(code));
    }
    codes.putAll(BIBLIOGRAPHIC);
    return Map.copyOf(codes);
  }
}
