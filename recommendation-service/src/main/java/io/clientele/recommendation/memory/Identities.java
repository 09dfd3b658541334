package io.clientele.recommendation.memory;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which ids are one customer, as {@code customer-merges} says: devices lead to known ids. Kept as
 * hashes, but for the ids that others lead to, since answers name those. One thread changes them,
 * any reads.
 */
public final class Identities {

  /** A device leads to its known id and that to its canonical one; more would be a fault. */
  private static final int MOST_MOVES = 4;

  /** Ids that lead to one directly: more has no person. Of all that do over others one more. */
  static final int MOST_LED = 1_000;

  /** Two places in tables, a box, a place among what leads to the id. */
  private static final int LINK_BYTES = 64;

  /** A place in the table, the target, the text's object and array, the array's header. */
  private static final int TARGET_BYTES = 152;

  /** A customer: the canonical id, and the keys of all ids, in no order. */
  public record Identity(String canonicalId, Set<Long> keys) {}

  /** An id that others lead to, and their keys. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Target(String id, long[] led) {

    Target with(long key) {
      long[] more = Arrays.copyOf(led, led.length + 1);
      more[led.length] = key;
      return new Target(id, more);
    }

    Target without(long key) {
      return new Target(id, Arrays.stream(led).filter(other -> other != key).toArray());
    }
  }

  private final Keyed<Long> leadsTo = new Keyed<>();
  private final Keyed<Target> targets = new Keyed<>();
  private long bytes;

  /** What an id's past is kept under. */
  static long key(String customerId) {
    return Hashes.of('c', customerId);
  }

  /**
   * From now on the id leads there, and nowhere else.
   *
   * @return whether it does: to an id that too many lead to it does not
   */
  boolean link(String customerId, String canonicalId) {
    if (isLinked(customerId, canonicalId)) {
      return true;
    }
    forget(customerId);
    long key = key(customerId);
    long targetKey = key(canonicalId);
    Target target = targets.get(targetKey);
    if (target != null && target.led.length == MOST_LED) {
      return false;
    }
    if (target == null) {
      target = new Target(canonicalId, new long[0]);
      bytes += TARGET_BYTES + canonicalId.length();
    }
    targets.put(targetKey, target.with(key));
    leadsTo.put(key, targetKey);
    bytes += LINK_BYTES;
    return true;
  }

  /** Whether the id leads there at once. */
  boolean isLinked(String customerId, String canonicalId) {
    Long known = leadsTo.get(key(customerId));
    return known != null && known == key(canonicalId);
  }

  /** The id stands for itself again. */
  void forget(String customerId) {
    long key = key(customerId);
    Long former = leadsTo.get(key);
    if (former == null) {
      return;
    }
    leadsTo.put(key, null);
    bytes -= LINK_BYTES;
    Target target = targets.get(former).without(key);
    boolean isLast = target.led.length == 0;
    targets.put(former, isLast ? null : target);
    if (isLast) {
      bytes -= TARGET_BYTES + target.id.length();
    }
  }

  /** Whether anything is linked to the id. */
  boolean knows(String customerId) {
    long key = key(customerId);
    return leadsTo.get(key) != null || targets.get(key) != null;
  }

  /** The keys of all ids of whoever has this one. */
  Set<Long> keysOf(long key) {
    return of(null, key).keys();
  }

  /** Whose id it is; a customer of its own where nothing is linked to it. */
  Identity of(String customerId) {
    return of(customerId, key(customerId));
  }

  private Identity of(String ownId, long ownKey) {
    String id = ownId;
    long key = ownKey;
    for (int moves = 0; moves < MOST_MOVES; moves++) {
      Long next = leadsTo.get(key);
      Target target = next == null ? null : targets.get(next);
      if (target == null) {
        break;
      }
      key = next;
      id = target.id;
    }
    return new Identity(id, leadingTo(key));
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes;
  }

  /** The key and the keys that lead to it, over however many others. */
  private Set<Long> leadingTo(long key) {
    Set<Long> reached = new LinkedHashSet<>(Set.of(key));
    Deque<Long> open = new ArrayDeque<>(reached);
    while (!open.isEmpty() && reached.size() <= MOST_LED) {
      Target target = targets.get(open.remove());
      if (target != null) {
        Arrays.stream(target.led)
            .filter(led -> reached.size() <= MOST_LED && reached.add(led))
            .forEach(open::add);
      }
    }
    return reached;
  }
}
