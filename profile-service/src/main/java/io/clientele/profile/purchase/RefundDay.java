package io.clientele.profile.purchase;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one UTC day's refunds of one order say.
 *
 * @param firstAt the day's first
 * @param lastAt the day's last
 * @param count how many
 * @param amount that they name, in the base currency
 * @param lineAmount what those that name lines instead say themselves of the lines' prices; it
 *     stands until the order arrives, whose lines then decide
 */
record RefundDay(
    Instant firstAt, Instant lastAt, long count, BigDecimal amount, BigDecimal lineAmount) {

  RefundDay {
    amount = amount == null ? BigDecimal.ZERO : amount;
    lineAmount = lineAmount == null ? BigDecimal.ZERO : lineAmount;
  }

  /** Both of the same day. */
  RefundDay plus(RefundDay other) {
    return new RefundDay(
        firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
        count + other.count,
        amount.add(other.amount),
        lineAmount.add(other.lineAmount));
  }

  /** With an older day's refunds as if they were of this one. */
  RefundDay absorb(RefundDay older) {
    return new RefundDay(
        firstAt,
        lastAt,
        count + older.count,
        amount.add(older.amount),
        lineAmount.add(older.lineAmount));
  }

  /** What went back as long as the order is unknown. */
  BigDecimal pending() {
    return amount.add(lineAmount);
  }
}
