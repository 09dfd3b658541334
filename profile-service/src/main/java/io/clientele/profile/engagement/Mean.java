package io.clientele.profile.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Means as profiles show them. */
final class Mean {

  private static final int HUNDREDTHS = 2;

  private Mean() {}

  /** Rounded half up, without trailing zeros; null of nothing. */
  static BigDecimal of(BigDecimal sum, long count) {
    if (count == 0) {
      return null;
    }
    BigDecimal mean =
        sum.divide(BigDecimal.valueOf(count), HUNDREDTHS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return mean.scale() < 0 ? mean.setScale(0) : mean;
  }
}
