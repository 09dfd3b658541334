package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one event says of an order.
 *
 * @param revenue what it earned, in the base currency: without shipping and tax, after discount
 * @param discount in the base currency, 0 where the shop did not say
 * @param coupon whether one was used
 * @param lines the first 200
 * @param moreLines how many further ones there were, of which nothing else is kept
 */
record OrderReport(
    Instant at,
    String eventId,
    BigDecimal revenue,
    BigDecimal discount,
    boolean coupon,
    List<OrderLine> lines,
    int moreLines) {

  /** Few shops have carts of more; with long names it bounds an order's row to some 200 kB. */
  static final int MOST_LINES = 200;

  OrderReport {
    discount = discount == null ? BigDecimal.ZERO : discount;
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  static OrderReport of(CustomerEvent event, Payload.OrderCompleted order) {
    List<OrderLine> lines =
        order.products().stream()
            .filter(OrderLine::isKept)
            .limit(MOST_LINES)
            .map(OrderLine::of)
            .toList();
    return new OrderReport(
        event.occurredAt(),
        event.eventId(),
        order.revenue().amount(),
        order.discount() == null ? null : order.discount().amount(),
        order.coupon() != null,
        lines,
        order.products().size() - lines.size());
  }

  /** The later one, which replaces the other; either may be null. */
  static OrderReport newer(OrderReport one, OrderReport other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.stamp().compareTo(other.stamp()) < 0 ? other : one;
  }

  private Stamp stamp() {
    return new Stamp(at, eventId);
  }

  /** Its lines of one product, as the order lists them. */
  List<OrderLine> linesOf(String product) {
    return lines.stream().filter(line -> line.product().equals(product)).toList();
  }

  /** Whether a product that it does not list was not bought. */
  boolean listsAll() {
    return !lines.isEmpty() && moreLines == 0;
  }
}
