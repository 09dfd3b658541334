package io.clientele.profile.purchase;

import java.math.BigDecimal;

/**
 * What an order that was reported and not cancelled has come to; amounts in the base currency.
 *
 * @param counts whether it still is an order: not wholly refunded
 * @param earned before refunds; 0 unless it counts
 * @param refunded never more than it earned: revenue is without shipping and tax, which a refund
 *     may well include
 * @param discount 0 unless it counts
 * @param unknownLines refunded lines that take nothing off
 */
record OrderOutcome(
    boolean counts,
    BigDecimal earned,
    BigDecimal refunded,
    BigDecimal discount,
    long unknownLines) {

  static OrderOutcome of(OrderReport report, OrderRefunds refunds) {
    Returns returns = Returns.of(report, refunds.lines());
    BigDecimal claimed = refunds.amounts().add(refunds.moreAmount()).add(returns.amount());
    BigDecimal most = report.revenue().max(BigDecimal.ZERO);
    boolean wholly =
        refunds.whole()
            || returns.everything()
            || (most.signum() > 0 && claimed.compareTo(most) >= 0);
    return wholly
        ? new OrderOutcome(false, BigDecimal.ZERO, most, BigDecimal.ZERO, returns.unknownLines())
        : new OrderOutcome(
            true, report.revenue(), claimed.min(most), report.discount(), returns.unknownLines());
  }

  /** What the shop kept. */
  BigDecimal net() {
    return counts ? earned.subtract(refunded) : BigDecimal.ZERO;
  }
}
