package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.SortedMaps;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer's parts tell of one order: a row of the store of orders. The same order told by
 * two ids of one customer is one.
 *
 * @param told by the id whose part tells it
 */
public record OrderEntry(SortedMap<String, Order> told) {

  /** Of which nobody tells anything. */
  public static final OrderEntry NONE = new OrderEntry(null);

  public OrderEntry {
    told = SortedMaps.copy(told);
  }

  /**
   * Which of a customer's orders an event tells of, or empty if of none. A refund that names no
   * order has an entry of its own; as both kinds have a prefix, no order id can collide with it.
   */
  public static Optional<String> idOf(CustomerEvent event) {
    if (event.payload() instanceof Payload.OrderCompleted order) {
      return Optional.of("order:" + order.orderId());
    } else if (event.payload() instanceof Payload.OrderCancelled cancelled) {
      return Optional.of("order:" + cancelled.orderId());
    } else if (event.payload() instanceof Payload.OrderRefunded refund) {
      return Optional.of(
          refund.orderId() == null ? "refund:" + event.eventId() : "order:" + refund.orderId());
    }
    return Optional.empty();
  }

  /** With one more event of this part. */
  public OrderEntry add(String partId, CustomerEvent event) {
    return with(partId, of(partId).add(event));
  }

  /** What one part tells. */
  public Order of(String partId) {
    return told.getOrDefault(partId, Order.UNKNOWN);
  }

  /** With this as all that the part tells. */
  public OrderEntry with(String partId, Order order) {
    return new OrderEntry(SortedMaps.with(told, partId, order));
  }

  /** Without what these parts tell. */
  public OrderEntry without(Set<String> partIds) {
    SortedMap<String, Order> left = new TreeMap<>(told);
    left.keySet().removeAll(partIds);
    return new OrderEntry(left);
  }

  /** The order as all parts together tell it; {@link Order#UNKNOWN} where none does. */
  public Order merged() {
    return told.values().stream().reduce(Order.UNKNOWN, Order::merge);
  }

  /** How many bytes the lines take that the parts tell of, at most. */
  public long extent() {
    return told.values().stream().mapToLong(Order::extent).sum();
  }

  /** Whether no part tells of it, so that its row may go. */
  public boolean untold() {
    return told.isEmpty();
  }
}
