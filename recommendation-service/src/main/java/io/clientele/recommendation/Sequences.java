package io.clientele.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of steps under keys, in columns of primitives. A key has one sequence for each run of
 * steps without a longer pause than its gap; a late step that closes a pause makes two runs one.
 * The oldest leave first, and what is older than everything that left is not let in again, so that
 * what stays is given by the steps and not by their order of arrival.
 */
final class Sequences {

  /** Told around every change, while the slot still or already has its steps. */
  interface Watcher {
    void leaving(int slot);

    void entered(int slot);
  }

  /** A gap that no pause exceeds: one sequence a key. */
  static final long NO_GAP = Long.MAX_VALUE / 4;

  private static final int NONE = -1;

  /** The columns, the heap, the buckets and the steps' array header, grown by half on average. */
  private static final int FIXED_BYTES = 84;

  private final Items items;
  private final int mostSteps;
  private final int bytesPerStep;
  private final Watcher watcher;
  private final OldestFirst oldestFirst = new OldestFirst(this::older);

  private long[] keys = new long[16];
  private long[] owners = new long[16];
  private long[] firstMillis = new long[16];
  private long[] lasts = new long[16];
  private long[][] steps = new long[16][];
  private int[] next = new int[16];
  private int[] buckets = filled(16);
  private int free = NONE;
  private int used;
  private long bytes;
  private long newest;
  private long newestThatLeft = -1;

  /**
   * An empty store.
   *
   * @param mostSteps how many steps of a sequence are kept, the newest
   * @param bytesPerStep what a step costs, elsewhere too
   */
  Sequences(Items items, int mostSteps, int bytesPerStep, Watcher watcher) {
    this.items = items;
    this.mostSteps = mostSteps;
    this.bytesPerStep = bytesPerStep;
    this.watcher = watcher;
  }

  /**
   * Adds one event's steps.
   *
   * @param owner whose sequence this is if no newer step says otherwise
   */
  void add(long key, long gapMillis, long[] added, long owner) {
    long millis = Steps.millis(Steps.newest(added));
    long[] all = Steps.merge(added, Steps.NONE, mostSteps);
    long first = millis;
    long lastOwner = owner;
    List<long[]> replaced = new ArrayList<>(2);
    for (int slot = near(key, millis, gapMillis);
        slot != NONE;
        slot = near(key, millis, gapMillis)) {
      long[] old = steps[slot];
      lastOwner = Steps.endsLater(all, old) ? lastOwner : owners[slot];
      first = Math.min(first, firstMillis[slot]);
      all = Steps.merge(all, old, mostSteps);
      replaced.add(old);
      detach(slot);
    }
    if (!replaced.isEmpty() || Steps.newest(all) > newestThatLeft) {
      attach(key, lastOwner, first, all);
    }
    replaced.forEach(this::release);
  }

  /** Lets the oldest sequence go; there must be one. */
  void evictOldest() {
    int slot = oldestFirst.oldest();
    newestThatLeft = Math.max(newestThatLeft, newest(slot));
    long[] left = steps[slot];
    detach(slot);
    release(left);
  }

  /** The steps of a key whose gap is {@link #NO_GAP}, none if it is unknown. */
  long[] of(long key) {
    for (int slot = buckets[bucket(key)]; slot != NONE; slot = next[slot]) {
      if (keys[slot] == key) {
        return steps[slot];
      }
    }
    return Steps.NONE;
  }

  long[] steps(int slot) {
    return steps[slot];
  }

  long key(int slot) {
    return keys[slot];
  }

  long owner(int slot) {
    return owners[slot];
  }

  long newest(int slot) {
    return lasts[slot];
  }

  /** The order of the newest step of all that ever came. */
  long newest() {
    return newest;
  }

  /** The order of the oldest sequence; there must be one. */
  long oldest() {
    return newest(oldestFirst.oldest());
  }

  boolean older(int slot, int than) {
    int byTime = Long.compare(newest(slot), newest(than));
    int byKey = byTime != 0 ? byTime : Long.compare(keys[slot], keys[than]);
    return byKey != 0 ? byKey < 0 : slot < than;
  }

  int size() {
    return oldestFirst.size();
  }

  /** One more than the highest slot ever used. */
  int bound() {
    return used;
  }

  /** An estimate of the heap taken, here and by what refers to the steps. */
  long bytes() {
    return bytes;
  }

  private int near(long key, long millis, long gapMillis) {
    for (int slot = buckets[bucket(key)]; slot != NONE; slot = next[slot]) {
      if (keys[slot] == key
          && millis >= firstMillis[slot] - gapMillis
          && millis <= Steps.millis(newest(slot)) + gapMillis) {
        return slot;
      }
    }
    return NONE;
  }

  private void attach(long key, long owner, long first, long[] all) {
    int slot = free != NONE ? free : used++;
    if (slot == free) {
      free = next[slot];
    } else if (slot == keys.length) {
      grow();
    }
    keys[slot] = key;
    owners[slot] = owner;
    firstMillis[slot] = first;
    lasts[slot] = Steps.newest(all);
    steps[slot] = all;
    next[slot] = buckets[bucket(key)];
    buckets[bucket(key)] = slot;
    for (int i = 0; i < Steps.count(all); i++) {
      items.retain(Steps.item(all, i));
    }
    newest = Math.max(newest, lasts[slot]);
    bytes += bytesOf(all);
    oldestFirst.add(slot);
    watcher.entered(slot);
  }

  private void detach(int slot) {
    watcher.leaving(slot);
    oldestFirst.remove(slot);
    bytes -= bytesOf(steps[slot]);
    int bucket = bucket(keys[slot]);
    if (buckets[bucket] == slot) {
      buckets[bucket] = next[slot];
    } else {
      int before = buckets[bucket];
      while (next[before] != slot) {
        before = next[before];
      }
      next[before] = next[slot];
    }
    steps[slot] = null;
    next[slot] = free;
    free = slot;
  }

  private void release(long[] left) {
    for (int i = 0; i < Steps.count(left); i++) {
      items.release(Steps.item(left, i));
    }
  }

  private long bytesOf(long[] all) {
    return FIXED_BYTES + (long) bytesPerStep * Steps.count(all);
  }

  private void grow() {
    int length = keys.length + (keys.length >> 1);
    keys = Arrays.copyOf(keys, length);
    owners = Arrays.copyOf(owners, length);
    firstMillis = Arrays.copyOf(firstMillis, length);
    lasts = Arrays.copyOf(lasts, length);
    steps = Arrays.copyOf(steps, length);
    next = Arrays.copyOf(next, length);
    if (length > buckets.length) {
      rehash();
    }
  }

  private void rehash() {
    buckets = filled(2 * buckets.length);
    for (int slot = 0; slot < used; slot++) {
      if (slot < steps.length && steps[slot] != null) {
        next[slot] = buckets[bucket(keys[slot])];
        buckets[bucket(keys[slot])] = slot;
      }
    }
  }

  private int bucket(long key) {
    return (int) (key ^ (key >>> 32)) & (buckets.length - 1);
  }

  private static int[] filled(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, NONE);
    return empty;
  }
}
