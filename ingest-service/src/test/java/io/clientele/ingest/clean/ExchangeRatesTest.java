package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeRatesTest {

  private static final LocalDate THURSDAY = LocalDate.parse("2024-03-28");

  private static final ExchangeRates RATES =
      table(
          Map.of(
              THURSDAY,
              Map.of("USD", rate("1.0811"), "GBP", rate("0.85510")),
              THURSDAY.minusDays(1),
              Map.of("USD", rate("1.0816"), "CHF", rate("0.9810"))));

  @Test
  void euroIsOne() {
    assertThat(toBase("100", "EUR", "USD", THURSDAY)).hasValue(rate("108.1100"));
    assertThat(toBase("1.50", "EUR", "EUR", THURSDAY)).hasValue(rate("1.50"));
    assertThat(toBase("1.0811", "USD", "EUR", THURSDAY)).hasValue(rate("1"));
  }

  @Test
  void foreignCurrenciesMeetInTheEuro() {
    assertThat(toBase("10.811", "USD", "GBP", THURSDAY))
        .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("8.5510"));
  }

  @Test
  void quotientHas34Digits() {
    assertThat(toBase("1", "USD", "EUR", THURSDAY))
        .hasValue(BigDecimal.ONE.divide(rate("1.0811"), MathContext.DECIMAL128));
  }

  @Test
  void overEasterThursdayCountsUntilTuesdayAndNoLonger() {
    for (int later = 0; later <= 5; later++) {
      assertThat(toBase("1", "EUR", "USD", THURSDAY.plusDays(later))).hasValue(rate("1.0811"));
    }
    assertThat(toBase("1", "EUR", "USD", THURSDAY.plusDays(6))).isEmpty();
  }

  @Test
  void laterRateIsNeverUsed() {
    assertThat(toBase("1", "EUR", "USD", THURSDAY.minusDays(1))).hasValue(rate("1.0816"));
    assertThat(toBase("1", "EUR", "USD", THURSDAY.minusDays(2))).isEmpty();
  }

  @Test
  void bothRatesAreOfOneDay() {
    assertThat(toBase("0.9810", "CHF", "USD", THURSDAY))
        .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("1.0816"));
    assertThat(toBase("1", "CHF", "GBP", THURSDAY)).isEmpty();
  }

  @Test
  void withoutARateThereIsNoAmount() {
    assertThat(toBase("1", "JPY", "EUR", THURSDAY)).isEmpty();
    assertThat(toBase("1", "EUR", "JPY", THURSDAY)).isEmpty();
    assertThat(ExchangeRates.NONE.toBase(BigDecimal.ONE, "USD", "EUR", THURSDAY)).isEmpty();
    assertThat(ExchangeRates.NONE.toBase(BigDecimal.ONE, "USD", "USD", THURSDAY)).isPresent();
  }

  @Property
  void productIsExact(
      @ForAll BigDecimal amount,
      @ForAll @Scale(4) @BigRange(min = "0.0001", max = "99999") BigDecimal rate) {
    ExchangeRates rates = table(Map.of(THURSDAY, Map.of("USD", rate)));
    assertThat(rates.toBase(amount, "EUR", "USD", THURSDAY)).hasValue(amount.multiply(rate));
  }

  @Property
  void orderOfDaysDoesNotMatter(@ForAll @IntRange(max = 9) int first) {
    ExchangeRates.Builder builder = new ExchangeRates.Builder();
    for (int day = 0; day < 10; day++) {
      int place = (day + first) % 10;
      builder.add(THURSDAY.plusDays(place), Map.of("USD", BigDecimal.valueOf(1 + place)));
    }
    ExchangeRates rates = builder.build();
    for (int place = 0; place < 10; place++) {
      assertThat(rates.toBase(BigDecimal.ONE, "EUR", "USD", THURSDAY.plusDays(place)))
          .hasValue(BigDecimal.valueOf(1 + place));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1e9", "1e-19", "1234567890123456789"})
  void rateThatCannotBeIsRefused(String rate) {
    assertThatThrownBy(() -> table(Map.of(THURSDAY, Map.of("USD", rate(rate)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USD");
  }

  private static ExchangeRates table(Map<LocalDate, Map<String, BigDecimal>> days) {
    ExchangeRates.Builder builder = new ExchangeRates.Builder();
    days.forEach(builder::add);
    return builder.build();
  }

  private static Optional<BigDecimal> toBase(
      String amount, String currency, String base, LocalDate day) {
    return RATES.toBase(rate(amount), currency, base, day);
  }

  private static BigDecimal rate(String rate) {
    return new BigDecimal(rate);
  }
}
