package io.clientele.recommendation;

import java.util.Arrays;

/**
 * A sequence of items that somebody touched, oldest first, as pairs of longs in one array that is
 * never changed: (time and the event's hash, more of the hash and the line and the item). The order
 * is total and given by the events alone, by (occurredAt, event), so that any order of arrival ends
 * in the same sequence.
 */
final class Steps {

  static final long[] NONE = {};

  private static final int HASH_BITS = 20;
  private static final int LINE_BITS = 12;
  private static final long LINES = 1L << LINE_BITS;

  private Steps() {}

  /**
   * The sequence of one event's items, which all share its moment: until 2248, within which the
   * contract keeps events; what was before 1970 counts as then.
   */
  static long[] of(long epochMillis, long eventHash, int[] items) {
    long[] steps = new long[2 * items.length];
    long first = (Math.max(0, epochMillis) << HASH_BITS) | (eventHash >>> (64 - HASH_BITS));
    long rest = (eventHash & ((1L << (HASH_BITS - 1)) - 1)) << (LINE_BITS + 32);
    for (int i = 0; i < items.length; i++) {
      steps[2 * i] = first;
      steps[2 * i + 1] = rest | (Math.min(i, LINES - 1) << 32) | items[i];
    }
    return steps;
  }

  static int count(long[] steps) {
    return steps.length / 2;
  }

  static int item(long[] steps, int position) {
    return (int) steps[2 * position + 1];
  }

  /** What sequences are ordered by: the moment of the newest step, and its event. */
  static long newest(long[] steps) {
    return steps[steps.length - 2];
  }

  /** The moment within what {@link #newest} returned, in epoch milliseconds. */
  static long millis(long order) {
    return order >>> HASH_BITS;
  }

  static boolean endsLater(long[] a, long[] b) {
    return compare(a, count(a) - 1, b, count(b) - 1) > 0;
  }

  /** Whether the step's item does not come again later in the sequence. */
  static boolean isLastOfItsItem(long[] steps, int position) {
    int item = item(steps, position);
    for (int i = count(steps) - 1; i > position; i--) {
      if (item(steps, i) == item) {
        return false;
      }
    }
    return true;
  }

  /** Both sequences as one, equal steps once, the newest {@code most} of them. */
  static long[] merge(long[] a, long[] b, int most) {
    long[] merged = new long[2 * Math.min(most, count(a) + count(b))];
    int i = count(a) - 1;
    int j = count(b) - 1;
    int at = count(merged);
    while (at > 0 && (i >= 0 || j >= 0)) {
      int order = i < 0 ? -1 : j < 0 ? 1 : compare(a, i, b, j);
      long[] from = order >= 0 ? a : b;
      int position = order >= 0 ? i : j;
      at--;
      merged[2 * at] = from[2 * position];
      merged[2 * at + 1] = from[2 * position + 1];
      i -= order >= 0 ? 1 : 0;
      j -= order <= 0 ? 1 : 0;
    }
    return at == 0 ? merged : Arrays.copyOfRange(merged, 2 * at, merged.length);
  }

  private static int compare(long[] a, int i, long[] b, int j) {
    int byTime = Long.compare(a[2 * i], b[2 * j]);
    return byTime != 0 ? byTime : Long.compare(a[2 * i + 1], b[2 * j + 1]);
  }
}
