package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CurrencyCodeTest {

  @ParameterizedTest
  @CsvSource({
    "EUR, EUR",
    "eur, EUR",
    "' Eur ', EUR",
    "€, EUR",
    "£, GBP",
    "₹, INR",
    "zł, PLN",
    "Kč, CZK",
    "US$, USD",
    "us$, USD",
    "R$, BRL",
    "DEM, DEM",
    "frf, FRF",
    "TRL, TRL",
    "jpy, JPY"
  })
  void currencyIsKnownByCodeAndBySignOfItsOwn(String text, String code) {
    assertThat(CurrencyCode.of(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "$", "¥", "kr", "₨", "EURO", "Euro", "US", "ABC", "E UR", "€ EUR", "978", "null",
        "ＥＵＲ"
      })
  void whatIsNoneOrMoreThanOneCurrencyHasNoCode(String text) {
    assertThat(CurrencyCode.of(text)).isEmpty();
  }

  @Property
  void codeIsItsOwn(@ForAll("naughty") String text) {
    CurrencyCode.of(text).ifPresent(code -> assertThat(CurrencyCode.of(code)).contains(code));
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
