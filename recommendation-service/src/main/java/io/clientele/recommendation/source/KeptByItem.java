package io.clientele.recommendation.source;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<Integer, Kept<V>> values = new ConcurrentHashMap<>();
  private final Queue<Integer> line = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytes = new AtomicLong();

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

  void put(int item, V value) {
    Kept<V> before = values.get(item);
    before = values.put(item, new Kept<>(value, before != null && before.asked));
    bytes.addAndGet(
        bytesOf.applyAsLong(value) - (before == null ? 0 : bytesOf.applyAsLong(before.value)));
    if (before == null) {
      line.add(item);
    }
    keepWithinBudget();
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes.get();
  }

  private void keepWithinBudget() {
    while (bytes.get() > budgetBytes) {
      Integer item = line.poll();
      if (item == null) {
        return;
      }
      Kept<V> kept = values.get(item);
      if (kept.asked || !values.remove(item, kept)) {
        kept.asked = false;
        line.add(item);
      } else {
        bytes.addAndGet(-bytesOf.applyAsLong(kept.value));
      }
    }
  }
}
