package io.clientele.recommendation.source;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** What was counted for items, as much as fits into a number of bytes. Any thread may ask. */
final class KeptByItem<V> {

  private final long budgetBytes;
  private final ToLongFunction<V> bytesOf;
  private final Map<Integer, V> values = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  KeptByItem(long budgetBytes, ToLongFunction<V> bytesOf) {
    this.budgetBytes = budgetBytes;
    this.bytesOf = bytesOf;
  }

  /** Null where nothing is kept. */
  V get(int item) {
    return values.get(item);
  }

  void put(int item, V value) {
    V before = values.put(item, value);
    bytes.addAndGet(
        bytesOf.applyAsLong(value) - (before == null ? 0 : bytesOf.applyAsLong(before)));
    keepWithinBudget(item);
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return bytes.get();
  }

  /** Lets any others go: what is asked for often soon comes back. */
  private void keepWithinBudget(int but) {
    Iterator<Map.Entry<Integer, V>> any = values.entrySet().iterator();
    while (bytes.get() > budgetBytes && any.hasNext()) {
      Map.Entry<Integer, V> entry = any.next();
      if (entry.getKey() != but && values.remove(entry.getKey(), entry.getValue())) {
        bytes.addAndGet(-bytesOf.applyAsLong(entry.getValue()));
      }
    }
  }
}
