package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * An exact amount, never rounded.
 *
 * @param amount any sign; trailing zeros carry no meaning and are dropped, so that equal amounts
 *     are equal records
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(BigDecimal amount, String currency) {

  /** On either side of the point: JSON is read with at most 1,000 digits a number. */
  private static final int MOST_DIGITS = 500;

  public Money {
    Require.present(amount, "amount");
    requireCurrency(currency);
    requireBounded(amount);
    amount = plain(amount);
  }

  /** Nothing, in this currency. */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The sum, exact.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    Require.that(currency.equals(other.currency), "cannot add amounts in different currencies");
    return new Money(amount.add(other.amount), currency);
  }

  /** Whether the amount is zero. */
  @JsonIgnore
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Three capital letters; whether the code is in use is for whoever takes it in. */
  static void requireCurrency(String currency) {
    Require.present(currency, "currency");
    Require.that(
        currency.length() == 3
            && isCapital(currency.charAt(0))
            && isCapital(currency.charAt(1))
            && isCapital(currency.charAt(2)),
        "currency must be an ISO 4217 code");
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  /** 1e999999999 is short to read and a gigabyte to write. */
  static void requireBounded(BigDecimal amount) {
    Require.that(
        amount.precision() <= MOST_DIGITS && Math.abs((long) amount.scale()) <= MOST_DIGITS,
        "an amount has at most " + MOST_DIGITS + " digits");
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
