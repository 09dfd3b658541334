package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {

  private static final String THIRTY = "123456789012345678901234567890";

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.50", "+7", THIRTY, THIRTY + "." + THIRTY})
  void ordinaryNumbersAreTakenAsTextAndAsNumbers(String text) {
    assertThat(Decimals.of(" " + text + " ")).contains(new BigDecimal(text));
    assertThat(Decimals.isPlain(new BigDecimal(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {THIRTY + "1", "0." + THIRTY + "1", "-" + THIRTY + "1"})
  void thirtyDigitsOnEitherSideAreTheMost(String text) {
    assertThat(Decimals.of(text)).isEmpty();
    assertThat(Decimals.isPlain(new BigDecimal(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "1e-31", "1e2147483647", "1e-2147483647"})
  void powersCountByTheDigitsThatTheyStandFor(String text) {
    assertThat(Decimals.isPlain(new BigDecimal(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".5", "1.", "1e2", "1,5", "NaN", "\u0661"})
  void whatIsNoPlainDecimalIsNone(String text) {
    assertThat(Decimals.of(text)).isEmpty();
  }
}
