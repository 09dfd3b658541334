package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.GrowingArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToLongFunction;

/**
 * What was counted for items, as much as fits into a number of bytes. Any thread may ask. What has
 * been there longest leaves first, but once more goes to the end of the line if it was asked for
 * since (a clock with a second chance).
 */
final class KeptByItem<V> {

  private static final class Kept<V> {

    private final V value;
    private volatile boolean asked;

    Kept(V value, boolean asked) {
      this.value = value;
      this.asked = asked;
    }
  }

  private final long budgetBytes;
  private final ToLongFunction<V> bytesOf;
  private final Deque<Integer> line = new ArrayDeque<>();
  private final GrowingArray<Kept<V>> values = new GrowingArray<>();
  private volatile long bytes;

  KeptByItem(long budgetBytes, ToLongFunction<V> bytesOf) {
    this.budgetBytes = budgetBytes;
    this.bytesOf = bytesOf;
  }

  /** Null where nothing is kept. */
  V get(int item) {
    Kept<V> kept = values.get(item);
    if (kept == null) {
      return null;
    }
    if (!kept.asked) {
      kept.asked = true;
    }
    return kept.value;
  }

  synchronized void put(int item, V value) {
    Kept<V> before = values.get(item);
    values.set(item, new Kept<>(value, before != null && before.asked));
    long added = bytesOf.applyAsLong(value);
    if (before == null) {
      line.add(item);
    } else {
      added -= bytesOf.applyAsLong(before.value);
    }
    bytes = withinBudget(bytes + added);
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes;
  }

  /** Lets go what is too much. */
  private long withinBudget(long taken) {
    long left = taken;
    while (left > budgetBytes && !line.isEmpty()) {
      int item = line.remove();
      Kept<V> kept = values.get(item);
      if (kept.asked) {
        kept.asked = false;
        line.add(item);
      } else {
        left -= bytesOf.applyAsLong(kept.value);
        values.set(item, null);
      }
    }
    return left;
  }
}
