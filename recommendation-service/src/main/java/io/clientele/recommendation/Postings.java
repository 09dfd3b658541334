package io.clientele.recommendation;

import java.util.Arrays;

/**
 * For each item its newest sessions, and how many sessions have it. Ordered by (last step, key) and
 * not by arrival, or replays would differ.
 */
final class Postings {

  /** How many sessions of an item a reader sees: M of models.md, DEF A and B. */
  static final int VISIBLE = 1000;

  /**
   * Held beyond that, so that a session which leaves the list (evicted, made one with another) is
   * followed by one that was there all along.
   */
  private static final int HELD = VISIBLE + VISIBLE / 4;

  private static final int[] NOBODY = {};

  private final OldestFirst.Age age;
  private int[][] slots = new int[16][];
  private int[] sizes = new int[16];
  private int[] frequencies = new int[16];

  Postings(OldestFirst.Age age) {
    this.age = age;
  }

  void add(int item, int slot) {
    if (item >= slots.length) {
      int length = Math.max(item + 1, slots.length + (slots.length >> 1));
      slots = Arrays.copyOf(slots, length);
      sizes = Arrays.copyOf(sizes, length);
      frequencies = Arrays.copyOf(frequencies, length);
    }
    frequencies[item]++;
    int place = place(item, slot);
    if (sizes[item] == HELD) {
      if (place > 0) {
        int[] full = slots[item];
        System.arraycopy(full, 1, full, 0, place - 1);
        full[place - 1] = slot;
      }
      return;
    }
    int[] list = roomy(item);
    System.arraycopy(list, place, list, place + 1, sizes[item] - place);
    list[place] = slot;
    sizes[item]++;
  }

  /** Takes a session out of an item's list; its age must be what it was when it was added. */
  void remove(int item, int slot) {
    frequencies[item]--;
    int place = place(item, slot);
    int[] list = slots[item];
    if (place < sizes[item] && list[place] == slot) {
      sizes[item]--;
      System.arraycopy(list, place + 1, list, place, sizes[item] - place);
    }
    if (frequencies[item] == 0) {
      slots[item] = null;
    }
  }

  /** How many of an item's sessions can be read. */
  int size(int item) {
    return item < sizes.length ? Math.min(VISIBLE, sizes[item]) : 0;
  }

  /** An item's session by its rank, 0 for the newest. */
  int slot(int item, int rank) {
    return slots[item][sizes[item] - 1 - rank];
  }

  /** In how many sessions of the whole index the item is. */
  int frequency(int item) {
    return item < frequencies.length ? frequencies[item] : 0;
  }

  /**
   * Where the session stands or would stand: the number of older ones. Looked for from the newest
   * end in growing strides, since what changes is mostly new.
   */
  private int place(int item, int slot) {
    int[] list = slots[item];
    int high = sizes[item];
    int low = high - 1;
    for (int stride = 1; low >= 0 && !age.older(list[low], slot); stride *= 2) {
      high = low;
      low -= stride;
    }
    low = Math.max(0, low + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (age.older(list[middle], slot)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] roomy(int item) {
    int[] list = slots[item] == null ? NOBODY : slots[item];
    if (sizes[item] == list.length) {
      list = Arrays.copyOf(list, Math.min(HELD, list.length + list.length / 2 + 2));
      slots[item] = list;
    }
    return list;
  }
}
