package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What the customer bought and gave back. An order is (customer, order id): parts that tell of the
 * same id tell of the same order.
 *
 * @param byId orders, and refunds and cancellations of orders that have not arrived yet
 * @param loose refunds that name no order
 */
record Orders(SortedMap<String, Order> byId, Refunds loose) implements Family<Orders> {

  static final Orders ZERO = new Orders(null, null);

  Orders {
    byId = SortedMaps.copy(byId);
    loose = loose == null ? Refunds.NONE : loose;
  }

  @Override
  public Orders add(CustomerEvent event) {
    if (event.payload() instanceof Payload.OrderCompleted completed) {
      return with(
          completed.orderId(),
          Order.completed(
              new Order.Completion(
                  event.occurredAt(),
                  event.eventId(),
                  completed.revenue().amount(),
                  CategoryContacts.of(completed.products()).contacts())));
    } else if (event.payload() instanceof Payload.OrderCancelled cancelled) {
      return with(cancelled.orderId(), new Order(null, true, false, null));
    } else if (event.payload() instanceof Payload.OrderRefunded refunded) {
      return refunded(refunded, event);
    }
    return this;
  }

  @Override
  public Orders merge(Orders other) {
    return new Orders(SortedMaps.merged(byId, other.byId, Order::merge), loose.merge(other.loose));
  }

  /** The orders that count. */
  Stream<Order> counting() {
    return byId.values().stream().filter(Order::counts);
  }

  /** What the orders' lines tell of interests: also of those that were taken back later. */
  CategoryContacts categories() {
    return byId.values().stream()
        .filter(order -> order.completion() != null && !order.completion().categories().isEmpty())
        .map(order -> new CategoryContacts(order.completion().categories()))
        .reduce(CategoryContacts.ZERO, CategoryContacts::merge);
  }

  /** Refunds that refer to no order, or to none that has arrived. */
  Refunds withoutOrder() {
    return byId.values().stream().map(Order::pendingRefunds).reduce(loose, Refunds::merge);
  }

  /** Everything that went back. */
  BigDecimal refunded() {
    return byId.values().stream()
        .map(Order::refunded)
        .reduce(withoutOrder().total(), BigDecimal::add);
  }

  /** What the shop kept: of the orders that count, less the refunds without an order. */
  BigDecimal netRevenue() {
    return counting()
        .map(Order::netRevenue)
        .reduce(withoutOrder().total().negate(), BigDecimal::add);
  }

  private Orders refunded(Payload.OrderRefunded refund, CustomerEvent event) {
    if (refund.orderId() == null) {
      return new Orders(byId, loose.with(event.occurredAt(), refund.amount().amount()));
    } else if (refund.amount() == null) {
      return with(refund.orderId(), new Order(null, false, true, null));
    }
    Refunds amount = Refunds.NONE.with(event.occurredAt(), refund.amount().amount());
    return with(refund.orderId(), new Order(null, false, false, amount));
  }

  private Orders with(String orderId, Order told) {
    Order before = byId.getOrDefault(orderId, Order.UNKNOWN);
    return new Orders(SortedMaps.with(byId, orderId, before.merge(told)), loose);
  }
}
