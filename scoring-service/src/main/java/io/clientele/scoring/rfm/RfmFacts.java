package io.clientele.scoring.rfm;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The three figures of one customer that are scored, as of a moment.
 *
 * @param orders at least 1: without an order there is nothing to score
 * @param netRevenue exact, maybe negative
 */
public record RfmFacts(Instant lastOrderAt, long orders, BigDecimal netRevenue) {

  private static final long SECONDS_A_DAY = 86_400;

  public RfmFacts {
    Objects.requireNonNull(lastOrderAt, "lastOrderAt");
    Objects.requireNonNull(netRevenue, "netRevenue");
    if (orders < 1) {
      throw new IllegalArgumentException("facts need an order, not " + orders);
    }
  }

  /**
   * What a history says of a moment; empty without an order by then. A day counts whole from its
   * first order or refund on, since a history knows no more than its days' first and last moments.
   */
  public static Optional<RfmFacts> asOf(PurchaseHistory history, Instant at) {
    Instant lastOrderAt = null;
    long orders = 0;
    BigDecimal netRevenue = BigDecimal.ZERO;
    for (PurchaseHistory.Day day : history.days()) {
      if (day.firstAt().isAfter(at)) {
        continue;
      }
      netRevenue = netRevenue.add(day.revenue());
      if (day.orders() > 0) {
        orders += day.orders();
        lastOrderAt = later(lastOrderAt, day.lastAt().isAfter(at) ? day.firstAt() : day.lastAt());
      }
    }
    return orders == 0
        ? Optional.empty()
        : Optional.of(new RfmFacts(lastOrderAt, orders, netRevenue));
  }

  /**
   * The same of somebody whom others are compared with; empty for a shopper without a name. A known
   * customer's quintiles must not depend on how many devices came and went, each with its one
   * order.
   */
  public static Optional<RfmFacts> inBase(PurchaseHistory history, Instant at) {
    return CustomerIds.isAnonymous(history.customerId()) ? Optional.empty() : asOf(history, at);
  }

  /** The UTC day of the last order, counted from 1970-01-01: recency knows no time of day. */
  public long lastDay() {
    return Math.floorDiv(lastOrderAt.getEpochSecond(), SECONDS_A_DAY);
  }

  private static Instant later(Instant known, Instant other) {
    return known == null || other.isAfter(known) ? other : known;
  }
}
