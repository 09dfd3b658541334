package io.clientele.ingest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which decimals are of a size that amounts and quantities have, and can be written out plainly.
 */
public final class Decimals {

  /** Before the point, and behind it: more than any currency or quantity needs. */
  private static final int MOST_DIGITS = 30;

  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private Decimals() {}

  /** The number that a text such as {@code 5.00} is, blanks around it aside. */
  public static Optional<BigDecimal> of(String text) {
    String number = text.strip();
    return DECIMAL.matcher(number).matches()
        ? Optional.of(new BigDecimal(number))
        : Optional.empty();
  }

  /** Whether a number has at most 30 digits before its point and 30 behind it. */
  public static boolean isPlain(BigDecimal number) {
    long digitsBefore = (long) number.precision() - number.scale();
    return number.scale() <= MOST_DIGITS && digitsBefore <= MOST_DIGITS;
  }
}
