package io.clientele.recommendation.memory;

import java.util.Arrays;

/**
 * A sequence of items that somebody touched, oldest first, in one array that is never changed: its
 * key, its owner, when it began (steps that are no longer kept included; and whether an item comes
 * twice among those that are), and of each step a pair of longs, (time and the event's hash, more
 * of the hash and the kind, the line and the item). The order is total and given by the events
 * alone, by (occurredAt, event), so that any order of arrival ends in the same sequence.
 */
public final class Steps {

  /** The numbers before the first step: key, owner, begin. */
  private static final int HEAD = 3;

  /** In the third of them, above the time. */
  private static final long HAS_REPEATS = 1L << 62;

  private static final int HASH_BITS = 20;
  private static final int REST_BITS = 16;
  private static final int KIND_BITS = 3;
  private static final int LINE_BITS = 12;
  private static final long ITEM = (1L << Integer.SIZE) - 1;
  private static final long LINES = 1L << LINE_BITS;

  /** No steps at all. */
  static final long[] NOTHING = new long[HEAD];

  private Steps() {}

  /**
   * The sequence of one event's items, which all share its moment: until 2248, within which the
   * contract keeps events; what was before 1970 counts as then.
   *
   * @param owner whose it is if no newer step says otherwise
   */
  static long[] of(
      long key, long owner, long epochMillis, long eventHash, Touches.Kind kind, int[] items) {
    long[] steps = new long[HEAD + 2 * items.length];
    long millis = Math.max(0, epochMillis);
    steps[0] = key;
    steps[1] = owner;
    steps[2] = millis;
    long first = moment(millis, eventHash);
    long rest = (eventHash & ((1L << REST_BITS) - 1)) << KIND_BITS | kind.number();
    for (int i = 0; i < items.length; i++) {
      steps[HEAD + 2 * i] = first;
      steps[HEAD + 2 * i + 1] =
          (rest << LINE_BITS | Math.min(i, LINES - 1)) << Integer.SIZE | items[i];
    }
    return marked(steps);
  }

  /** The same sequence where items have other numbers. */
  static long[] renumbered(long[] steps, int[] numbers) {
    long[] others = steps.clone();
    for (int position = 0; position < count(steps); position++) {
      int at = HEAD + 2 * position + 1;
      others[at] = (steps[at] & ~ITEM) | numbers[position];
    }
    return others;
  }

  public static int count(long[] steps) {
    return (steps.length - HEAD) / 2;
  }

  public static int item(long[] steps, int position) {
    return (int) steps[HEAD + 2 * position + 1];
  }

  /** When the step was taken, in epoch milliseconds. */
  public static long millis(long[] steps, int position) {
    return millis(steps[HEAD + 2 * position]);
  }

  /** How the item was touched. */
  public static Touches.Kind kind(long[] steps, int position) {
    int kind = (int) (steps[HEAD + 2 * position + 1] >>> (Integer.SIZE + LINE_BITS));
    return Touches.Kind.of(kind & ((1 << KIND_BITS) - 1));
  }

  /** Where an item was touched last; −1 where it was not. */
  public static int lastOf(long[] steps, int item) {
    int position = count(steps) - 1;
    while (position >= 0 && item(steps, position) != item) {
      position--;
    }
    return position;
  }

  /** Whether the step's item does not come again later in the sequence. */
  public static boolean isLastOfItsItem(long[] steps, int position) {
    return !hasRepeats(steps) || lastOf(steps, item(steps, position)) == position;
  }

  /** Where the step's item was touched the time before; −1 where it was not. */
  public static int before(long[] steps, int position) {
    if (!hasRepeats(steps)) {
      return -1;
    }
    int item = item(steps, position);
    int before = position - 1;
    while (before >= 0 && item(steps, before) != item) {
      before--;
    }
    return before;
  }

  private static boolean hasRepeats(long[] steps) {
    return (steps[2] & HAS_REPEATS) != 0;
  }

  private static long[] marked(long[] steps) {
    steps[2] &= ~HAS_REPEATS;
    for (int position = 0; position < count(steps); position++) {
      if (lastOf(steps, item(steps, position)) != position) {
        steps[2] |= HAS_REPEATS;
        return steps;
      }
    }
    return steps;
  }

  public static long key(long[] steps) {
    return steps[0];
  }

  /** Whose the newest step is. */
  public static long owner(long[] steps) {
    return steps[1];
  }

  static long beganMillis(long[] steps) {
    return steps[2] & ~HAS_REPEATS;
  }

  /** What events are ordered by. */
  static long moment(long epochMillis, long eventHash) {
    return (Math.max(0, epochMillis) << HASH_BITS) | (eventHash >>> (Long.SIZE - HASH_BITS));
  }

  /** What sequences are ordered by: the moment of the newest step, and its event. */
  static long newest(long[] steps) {
    return steps[steps.length - 2];
  }

  /** The moment within what {@link #newest} returned, in epoch milliseconds. */
  static long millis(long order) {
    return order >>> HASH_BITS;
  }

  /**
   * Both sequences as one of the first one's key, equal steps once, the newest {@code most} of
   * them.
   */
  static long[] merge(long[] a, long[] b, int most) {
    if (count(a) == 0 || count(b) == 0) {
      return newest(count(a) == 0 ? b : a, most);
    }
    long[] merged = new long[HEAD + 2 * Math.min(most, count(a) + count(b))];
    int i = count(a) - 1;
    int j = count(b) - 1;
    int at = count(merged);
    while (at > 0 && (i >= 0 || j >= 0)) {
      int order = i < 0 ? -1 : j < 0 ? 1 : compare(a, i, b, j);
      long[] from = order >= 0 ? a : b;
      int position = HEAD + 2 * (order >= 0 ? i : j);
      at--;
      merged[HEAD + 2 * at] = from[position];
      merged[HEAD + 2 * at + 1] = from[position + 1];
      i -= order >= 0 ? 1 : 0;
      j -= order <= 0 ? 1 : 0;
    }
    long[] all = at == 0 ? merged : Arrays.copyOfRange(merged, 2 * at, merged.length);
    all[0] = key(a);
    all[1] = owner(later(a, b));
    all[2] = Math.min(beganMillis(a), beganMillis(b));
    return marked(all);
  }

  /** The one of two that ends later; they have steps. */
  static long[] later(long[] one, long[] other) {
    return endsLater(other, one) ? other : one;
  }

  /** The newest {@code most} steps. */
  static long[] newest(long[] steps, int most) {
    int cut = count(steps) - most;
    if (cut <= 0) {
      return steps;
    }
    long[] newest = Arrays.copyOfRange(steps, 2 * cut, steps.length);
    System.arraycopy(steps, 0, newest, 0, HEAD);
    return marked(newest);
  }

  private static boolean endsLater(long[] a, long[] b) {
    return compare(a, count(a) - 1, b, count(b) - 1) > 0;
  }

  private static int compare(long[] a, int i, long[] b, int j) {
    int byTime = Long.compare(a[HEAD + 2 * i], b[HEAD + 2 * j]);
    return byTime != 0 ? byTime : Long.compare(a[HEAD + 2 * i + 1], b[HEAD + 2 * j + 1]);
  }
}
