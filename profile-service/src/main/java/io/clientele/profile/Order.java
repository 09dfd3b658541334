package io.clientele.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * One order and what came of it, in whichever order that was told.
 *
 * @param completion the newest report of it; null while only a refund or a cancellation is known
 * @param refundedWhole whether a refund named no amount, which means all of it
 * @param refunds those that name this order and an amount
 */
record Order(Completion completion, boolean cancelled, boolean refundedWhole, Refunds refunds) {

  static final Order UNKNOWN = new Order(null, false, false, null);

  /**
   * A report of the order; a newer one replaces an older one.
   *
   * @param revenue in the base currency
   * @param categories how many of its lines name which category
   */
  record Completion(
      Instant at, String eventId, BigDecimal revenue, SortedMap<String, Long> categories) {

    private static final Comparator<Completion> ORDER =
        Comparator.comparing(Completion::at).thenComparing(Completion::eventId);

    Completion {
      categories = SortedMaps.copy(categories);
    }

    private static Completion newer(Completion one, Completion other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return ORDER.compare(one, other) < 0 ? other : one;
    }
  }

  Order {
    refunds = refunds == null ? Refunds.NONE : refunds;
  }

  static Order completed(Completion completion) {
    return new Order(completion, false, false, null);
  }

  Order merge(Order other) {
    return new Order(
        Completion.newer(completion, other.completion),
        cancelled || other.cancelled,
        refundedWhole || other.refundedWhole,
        refunds.merge(other.refunds));
  }

  /** Whether it is an order at all: known, not cancelled, not wholly refunded. */
  boolean counts() {
    return completion != null && !cancelled && !whollyRefunded();
  }

  /** Refunds whose order has not arrived; until then they count like those that name no order. */
  Refunds pendingRefunds() {
    return completion == null && !cancelled ? refunds : Refunds.NONE;
  }

  /**
   * What went back, never more than the order earned: revenue is without shipping and tax, which a
   * refund may well include.
   */
  BigDecimal refunded() {
    if (completion == null || cancelled) {
      return BigDecimal.ZERO;
    }
    BigDecimal most = completion.revenue.max(BigDecimal.ZERO);
    return refundedWhole ? most : refunds.total().min(most);
  }

  /** What the shop kept of it. */
  BigDecimal netRevenue() {
    return counts() ? completion.revenue.subtract(refunded()) : BigDecimal.ZERO;
  }

  private boolean whollyRefunded() {
    return refundedWhole
        || (completion.revenue.signum() > 0 && refunds.total().compareTo(completion.revenue) >= 0);
  }
}
