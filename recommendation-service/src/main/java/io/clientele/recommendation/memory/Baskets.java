package io.clientele.recommendation.memory;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.Collection;
import java.util.List;

/**
 * What was bought together: each order as its newest event, by (occurredAt, event), has it. One
 * that was cancelled or wholly refunded is empty, so that what it had may be suggested again.
 */
final class Baskets {

  /** How many different items of an order are kept; one order of Online Retail has more, 1,110. */
  private static final int LINES = 1_000;

  /** How many orders of an item are counted. */
  static final int VISIBLE = 4_000;

  /** Some more, see {@link Postings}. */
  private static final SequenceIndex.Policy POLICY =
      new SequenceIndex.Policy(Steps::later, VISIBLE + VISIBLE / 4, 200);

  /** How many of them say what was bought. */
  private static final int NEWEST_ORDERS = 100;

  /** The one line of an order that was undone; no item has this id. */
  private static final String NO_ITEM = "";

  private final Items items;
  private final SequenceIndex orders;

  Baskets(Items items, Departed departed) {
    this.items = items;
    this.orders =
        new SequenceIndex(items, departed, POLICY, Weights.NONE::by, (slot, before, after) -> {});
  }

  /** Takes an event in, if it speaks of an order. */
  void learn(Fact.Happened happened) {
    Payload payload = happened.event().payload();
    if (payload instanceof Payload.OrderCompleted order && !order.products().isEmpty()) {
      List<String> lines = order.products().stream().map(Product::id).distinct().toList();
      put(happened, order.orderId(), lines.subList(0, Math.min(LINES, lines.size())));
    } else if (payload instanceof Payload.OrderCancelled cancelled) {
      put(happened, cancelled.orderId(), List.of(NO_ITEM));
    } else if (payload instanceof Payload.OrderRefunded refunded && isWhole(refunded)) {
      put(happened, refunded.orderId(), List.of(NO_ITEM));
    }
  }

  /** The newest orders that have an item. */
  Posting with(int item) {
    return orders.with(item);
  }

  /** The newest orders of these customers, the oldest first; those undone included. */
  List<long[]> of(Collection<Long> customerKeys) {
    List<long[]> theirs = orders.of(customerKeys);
    return theirs.subList(Math.max(0, theirs.size() - NEWEST_ORDERS), theirs.size());
  }

  /** How many orders have anything in them. */
  int count() {
    return sequences().size() - orders.with(items.find(NO_ITEM)).frequency();
  }

  /** The orders themselves. */
  Sequences sequences() {
    return orders.sequences();
  }

  /** Whether the order has nothing in it any more. */
  boolean isUndone(long[] order) {
    return Steps.item(order, 0) == items.find(NO_ITEM);
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return orders.bytes();
  }

  private static boolean isWhole(Payload.OrderRefunded refunded) {
    return refunded.amount() == null && refunded.products().isEmpty();
  }

  private void put(Fact.Happened happened, String orderId, List<String> lines) {
    CustomerEvent event = happened.event();
    int[] numbers = lines.stream().mapToInt(items::retain).toArray();
    long customer = Identities.key(event.customerId());
    long order = Hashes.of('o', event.customerId() + '\n' + orderId);
    orders.add(
        Steps.of(
            order,
            customer,
            happened.millis(),
            Hashes.of('e', event.eventId()),
            Touches.Kind.BOUGHT,
            numbers),
        Sequences.ENDLESS_GAP);
    items.release(numbers);
  }
}
