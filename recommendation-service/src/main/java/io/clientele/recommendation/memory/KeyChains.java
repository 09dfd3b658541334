package io.clientele.recommendation.memory;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Which slots may have a key: a hash table whose chains run through one array by slot. */
final class KeyChains {

  /** The end of a chain. */
  static final int NONE = -1;

  private final IntToLongFunction keys;
  private int[] next = new int[16];
  private int[] buckets = filled(16);

  /**
   * No slots yet.
   *
   * @param keys says the key of a slot that was added and not removed
   */
  KeyChains(IntToLongFunction keys) {
    this.keys = keys;
  }

  /** The first slot that may have a key, or {@link #NONE}. */
  int first(long key) {
    return buckets[bucket(key)];
  }

  /** The one after it, or {@link #NONE}. */
  int next(int slot) {
    return next[slot];
  }

  void add(int slot, long key) {
    int bucket = bucket(key);
    next[slot] = buckets[bucket];
    buckets[bucket] = slot;
  }

  /** Takes out a slot that was added with this key. */
  void remove(int slot, long key) {
    int bucket = bucket(key);
    if (buckets[bucket] == slot) {
      buckets[bucket] = next[slot];
      return;
    }
    int before = buckets[bucket];
    while (next[before] != slot) {
      before = next[before];
    }
    next[before] = next[slot];
  }

  /** Makes room for so many slots. */
  void makeRoom(int slots) {
    if (slots == next.length) {
      return;
    }
    next = Arrays.copyOf(next, slots);
    if (slots > buckets.length) {
      rehash();
    }
  }

  private void rehash() {
    int[] before = buckets;
    buckets = filled(2 * before.length);
    for (int first : before) {
      int slot = first;
      while (slot != NONE) {
        int following = next[slot];
        add(slot, keys.applyAsLong(slot));
        slot = following;
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
