package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountryTest {

  @ParameterizedTest
  @CsvSource({
    "DE, DE",
    "de, DE",
    "' de\t', DE",
    "DEU, DE",
    "deu, DE",
    "UK, GB",
    "uk, GB",
    "GBR, GB",
    "EL, GR",
    "Germany, DE",
    "GERMANY, DE",
    "Deutschland, DE",
    "Allemagne, DE",
    "Alemania, DE",
    "Germania, DE",
    "Alemanha, DE",
    "Duitsland, DE",
    "Niemcy, DE",
    "ドイツ, DE",
    "德国, DE",
    "德國, DE",
    "Tyskland, DE",
    "España, ES",
    "Espana, ES",
    "Espagne, ES",
    "Spanien, ES",
    "スペイン, ES",
    "中国, CN",
    "中國, CN",
    "日本, JP",
    "대한민국, KR",
    "Россия, RU",
    "Ελλάδα, GR",
    "ישראל, IL",
    "भारत, IN",
    "مصر, EG",
    "ไทย, TH",
    "Việt Nam, VN",
    "Viet Nam, VN",
    "USA, US",
    "U.S.A., US",
    "U.S., US",
    "United States, US",
    "United States of America, US",
    "'Korea, Republic of', KR",
    "South Korea, KR",
    "Nordkorea, KP",
    "North Korea, KP",
    "England, GB",
    "Great Britain, GB",
    "Royaume-Uni, GB",
    "The Netherlands, NL",
    "Holland, NL",
    "Nederland, NL",
    "Côte d’Ivoire, CI",
    "Cote d'Ivoire, CI",
    "Ivory Coast, CI",
    "Österreich, AT",
    "OSTERREICH, AT",
    "Czech Republic, CZ",
    "Czechia, CZ",
    "Česko, CZ",
    "Turkey, TR",
    "Türkiye, TR",
    "Democratic Republic of the Congo, CD",
    "São Tomé & Príncipe, ST",
    "Curacao, CW",
    "Niger, NE",
    "Nigeria, NG",
    "Austria, AT",
    "Australia, AU"
  })
  void countryIsKnownByCodeAndName(String text, String code) {
    assertThat(Country.code(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "XX",
        "ZZ",
        "EU",
        "XYZ",
        "Congo",
        "Korea",
        "Europe",
        "Atlantis",
        "N/A",
        "-",
        "0",
        "276",
        "D E",
        "null"
      })
  void whatIsNoneOrMoreThanOneCountryHasNoCode(String text) {
    assertThat(Country.code(text)).isEmpty();
  }

  @Test
  void everyCountryIsKnownByItsCodesInTheThreeCases() {
    for (String code : Locale.getISOCountries()) {
      String longer = new Locale.Builder().setRegion(code).build().getISO3Country();
      assertThat(Country.code(code)).contains(code);
      assertThat(Country.code(code.toLowerCase(Locale.ROOT))).contains(code);
      assertThat(Country.code(longer)).contains(code);
    }
  }

  @Property
  void codeIsItsOwn(@ForAll("naughty") String text) {
    Country.code(text).ifPresent(code -> assertThat(Country.code(code)).contains(code));
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
