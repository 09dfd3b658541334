package io.clientele.profile.purchase;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact decimals in few bytes: 29.95 takes three. */
final class Amounts {

  private static final int LONG_BITS = 63;

  private Amounts() {}

  /** The same amount, written as all amounts that are equal to it. */
  static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  static void pack(Packer packer, BigDecimal amount) {
    BigInteger digits = amount.unscaledValue();
    boolean large = digits.bitLength() > LONG_BITS;
    packer.signed(2L * amount.scale() + (large ? 1 : 0));
    if (large) {
      packer.text(digits.toString());
    } else {
      packer.signed(digits.longValue());
    }
  }

  static BigDecimal unpack(Unpacker unpacker) {
    long head = unpacker.signed();
    int scale = (int) (head >> 1);
    return (head & 1) == 0
        ? BigDecimal.valueOf(unpacker.signed(), scale)
        : new BigDecimal(new BigInteger(unpacker.text()), scale);
  }
}
