package io.clientele.recommendation.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Values by numbers from 0, in an array that grows by half. One thread at a time writes; any reads,
 * without a lock.
 */
public final class GrowingArray<V> {

  private static final int LEAST = 16;

  private volatile AtomicReferenceArray<V> values = new AtomicReferenceArray<>(LEAST);

  /** The value; null where there is none, yet or any more. */
  public V get(int at) {
    AtomicReferenceArray<V> now = values;
    return at < now.length() ? now.getAcquire(at) : null;
  }

  /** Replaces a value; null takes it out. */
  public void set(int at, V value) {
    if (at >= values.length()) {
      grow(at + 1);
    }
    values.setRelease(at, value);
  }

  /** How many there is room for. */
  int length() {
    return values.length();
  }

  private void grow(int least) {
    AtomicReferenceArray<V> now = values;
    AtomicReferenceArray<V> longer =
        new AtomicReferenceArray<>(Math.max(least, now.length() + (now.length() >> 1)));
    for (int at = 0; at < now.length(); at++) {
      longer.setPlain(at, now.getPlain(at));
    }
    values = longer;
  }
}
