package io.clientele.recommendation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which ids are one customer, as {@code customer-merges} says: devices lead to known ids. Kept as
 * hashes, but for the ids that others lead to, since answers name those.
 */
final class Identities {

  /** A device leads to its known id and that to its canonical one; more would be a fault. */
  private static final int MOST_MOVES = 4;

  /** A map's node with its two boxes, and a place in the array of what leads to the same id. */
  private static final int LINK_BYTES = 96;

  /** A map's node with its box, the text's object and array and the target itself. */
  private static final int TARGET_BYTES = 152;

  /** A customer: the canonical id, and the keys of all ids, in no order. */
  record Identity(String canonicalId, Set<Long> keys) {}

  /** An id that others lead to, and their keys. */
  private static final class Target {
    private final String id;
    private long[] led = {};

    Target(String id) {
      this.id = id;
    }

    void add(long key) {
      led = Arrays.copyOf(led, led.length + 1);
      led[led.length - 1] = key;
    }

    void remove(long key) {
      led = Arrays.stream(led).filter(other -> other != key).toArray();
    }
  }

  private final Map<Long, Long> leadsTo = new HashMap<>();
  private final Map<Long, Target> targets = new HashMap<>();
  private long bytes;

  /** What an id's past is kept under. */
  static long key(String customerId) {
    return Hashes.of('c', customerId);
  }

  /** From now on the id leads there, and nowhere else. */
  void link(String customerId, String canonicalId) {
    forget(customerId);
    long key = key(customerId);
    long targetKey = key(canonicalId);
    Target target = targets.get(targetKey);
    if (target == null) {
      target = new Target(canonicalId);
      targets.put(targetKey, target);
      bytes += TARGET_BYTES + canonicalId.length();
    }
    target.add(key);
    leadsTo.put(key, targetKey);
    bytes += LINK_BYTES;
  }

  /** The id stands for itself again. */
  void forget(String customerId) {
    long key = key(customerId);
    Long former = leadsTo.remove(key);
    if (former == null) {
      return;
    }
    bytes -= LINK_BYTES;
    Target target = targets.get(former);
    target.remove(key);
    if (target.led.length == 0) {
      targets.remove(former);
      bytes -= TARGET_BYTES + target.id.length();
    }
  }

  /** Whether anything is linked to the id. */
  boolean knows(String customerId) {
    long key = key(customerId);
    return leadsTo.containsKey(key) || targets.containsKey(key);
  }

  /** Whose id it is; a customer of its own where nothing is linked to it. */
  Identity of(String customerId) {
    String id = customerId;
    long key = key(customerId);
    for (int moves = 0; moves < MOST_MOVES && leadsTo.containsKey(key); moves++) {
      key = leadsTo.get(key);
      id = targets.get(key).id;
    }
    return new Identity(id, leadingTo(key));
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes;
  }

  /** The key and every key that leads to it, over however many others. */
  private Set<Long> leadingTo(long key) {
    Set<Long> reached = new LinkedHashSet<>(Set.of(key));
    Deque<Long> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Target target = targets.get(open.remove());
      if (target != null) {
        Arrays.stream(target.led).filter(reached::add).forEach(open::add);
      }
    }
    return reached;
  }
}
