package io.clientele.profile.streams;

import io.clientele.profile.Customer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The customers that a task had to do with last, as it has stored them: a visit's next event need
 * not read and take apart a row that was written a moment ago. Bounded by the bytes that they take
 * when they are stored. A task has its stores for itself, and this goes when the task does, so it
 * never says anything else than the store.
 */
final class RecentCustomers {

  /** A thousand customers of usual size; as objects they take some five times as much. */
  private static final int MOST_BYTES = 1024 * 1024;

  private record Held(Customer customer, int bytes) {}

  private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  /** As it was put; null where it is not held any more. */
  Customer get(String customerId) {
    Held found = held.get(customerId);
    return found == null ? null : found.customer();
  }

  /**
   * Holds a customer, and lets go of those that were asked for longest ago.
   *
   * @param stored how many bytes its row has
   */
  void put(Customer customer, int stored) {
    Held before = held.put(customer.customerId(), new Held(customer, stored));
    bytes += stored - (before == null ? 0 : before.bytes());
    Iterator<Held> oldest = held.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }
}
