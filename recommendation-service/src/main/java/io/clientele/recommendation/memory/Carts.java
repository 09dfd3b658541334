package io.clientele.recommendation.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What customers put into their carts and took out again, of those who use one. */
final class Carts {

  /** How much of it is kept of a customer, the newest. */
  private static final int DEEDS = 100;

  private static final int BYTES_PER_STEP = 2 * Long.BYTES;

  private final Keyed<long[]> byCustomer = new Keyed<>();
  private final Sequences deeds;

  Carts(Items items, Departed departed) {
    this.deeds =
        new Sequences(
            items,
            departed,
            (a, b) -> Steps.merge(a, b, DEEDS),
            BYTES_PER_STEP,
            (slot, before, after) ->
                byCustomer.put(Steps.key(after == null ? before : after), after));
  }

  /** Adds what one event put in or took out; the key is the customer's. */
  void add(long[] steps) {
    deeds.add(Steps.newest(steps, DEEDS), Sequences.ENDLESS_GAP);
  }

  /** What is in the carts of these customers together, which are one. */
  Set<Integer> of(Collection<Long> customerKeys, List<long[]> orders, Baskets baskets) {
    long[] all = Steps.NOTHING;
    for (long key : customerKeys) {
      long[] theirs = byCustomer.get(key);
      all = theirs == null ? all : Steps.merge(all, theirs, DEEDS);
    }
    Set<Integer> inside = new HashSet<>();
    for (int i = 0; i < Steps.count(all); i++) {
      boolean isIn =
          Steps.kind(all, i) == Touches.Kind.CARTED
              && !isTakenOut(Steps.item(all, i), Steps.millis(all, i), orders, baskets);
      if (isIn) {
        inside.add(Steps.item(all, i));
      } else {
        inside.remove(Steps.item(all, i));
      }
    }
    return inside;
  }

  /**
   * Whether an order took the item out. Of an order that was undone nobody remembers what it had:
   * it took everything out.
   */
  private static boolean isTakenOut(int item, long millis, List<long[]> orders, Baskets baskets) {
    for (long[] order : orders) {
      boolean isLater = Steps.millis(order, 0) >= millis;
      if (isLater && (Steps.lastOf(order, item) >= 0 || baskets.isUndone(order))) {
        return true;
      }
    }
    return false;
  }

  /** What the customers did to their carts. */
  Sequences sequences() {
    return deeds;
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return deeds.bytes() + byCustomer.bytes();
  }
}
