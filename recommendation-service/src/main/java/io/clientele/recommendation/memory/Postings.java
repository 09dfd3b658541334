package io.clientele.recommendation.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * For each item its {@link Posting}. Ordered by (last step, key) and not by arrival, or replays
 * would differ. One thread changes them, any reads.
 */
final class Postings {

  private final Sequences sessions;
  private final int most;
  private volatile AtomicReferenceArray<Posting> postings = new AtomicReferenceArray<>(16);

  /**
   * None yet.
   *
   * @param held how many of an item, the newest: more than are looked at, so that one which leaves
   *     the list (evicted, made one with another) is followed by one that was there all along
   */
  Postings(Sequences sessions, int held) {
    this.sessions = sessions;
    this.most = held;
  }

  /** Never null. */
  Posting of(int item) {
    AtomicReferenceArray<Posting> now = postings;
    Posting posting = item < now.length() ? now.getAcquire(item) : null;
    return posting == null ? Posting.NONE : posting;
  }

  /**
   * A session of the item changes; must be told while the slot still has what it had.
   *
   * @param before null where the item was not in it
   * @param after null where the item is no longer in it
   */
  void change(int item, int slot, long[] before, long[] after) {
    Posting posting = of(item);
    long[] entries = posting.entries();
    int frequency = posting.frequency();
    Usage usage = posting.usage();
    if (before != null) {
      entries = without(entries, slot, before);
      frequency--;
      usage = usage.plus(-1, Usage.of(before, item));
    }
    if (after != null) {
      entries = with(entries, slot, after);
      frequency++;
      usage = usage.plus(1, Usage.of(after, item));
    }
    put(item, frequency == 0 ? null : new Posting(entries, frequency, usage));
  }

  private long[] without(long[] entries, int slot, long[] steps) {
    int place = place(entries, slot, steps);
    if (place == entries.length || Posting.slotOf(entries[place]) != slot) {
      return entries;
    }
    long[] fewer = new long[entries.length - 1];
    System.arraycopy(entries, 0, fewer, 0, place);
    System.arraycopy(entries, place + 1, fewer, place, fewer.length - place);
    return fewer;
  }

  private long[] with(long[] entries, int slot, long[] steps) {
    int place = place(entries, slot, steps);
    boolean full = entries.length == most;
    if (full && place == 0) {
      return entries;
    }
    int dropped = full ? 1 : 0;
    long[] more = new long[entries.length + 1 - dropped];
    int at = place - dropped;
    System.arraycopy(entries, dropped, more, 0, at);
    more[at] = Posting.entry(Steps.millis(Steps.newest(steps)), Steps.count(steps), slot);
    System.arraycopy(entries, place, more, at + 1, entries.length - place);
    return more;
  }

  /**
   * Where a session that has these steps stands or would stand: the number of older ones. Looked
   * for from the newest end in growing strides, since what changes is mostly new.
   */
  private int place(long[] entries, int slot, long[] steps) {
    int high = entries.length;
    int low = high - 1;
    for (int stride = 1; low >= 0 && !isOlder(entries[low], slot, steps); stride *= 2) {
      high = low;
      low -= stride;
    }
    low = Math.max(0, low + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isOlder(entries[middle], slot, steps)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isOlder(long entry, int slot, long[] steps) {
    int there = Posting.slotOf(entry);
    int order = there == slot ? 0 : Sequences.compare(sessions.steps(there), steps);
    return order != 0 ? order < 0 : there < slot;
  }

  private void put(int item, Posting posting) {
    if (item >= postings.length()) {
      AtomicReferenceArray<Posting> longer =
          new AtomicReferenceArray<>(Math.max(item + 1, postings.length() * 3 / 2));
      for (int i = 0; i < postings.length(); i++) {
        longer.setPlain(i, postings.getPlain(i));
      }
      postings = longer;
    }
    postings.setRelease(item, posting);
  }
}
