package io.clientele.recommendation.memory;

import java.util.function.Supplier;

/**
 * For each item its {@link Posting}. Ordered by (last step, key) and not by arrival, or replays
 * would differ. One thread changes them, any reads.
 */
final class Postings {

  private final Sequences sessions;
  private final int most;
  private final Supplier<HalfLives> halfLives;
  private long beginnings;
  private final GrowingArray<Posting> postings = new GrowingArray<>();

  /**
   * None yet.
   *
   * @param held how many of an item, the newest: more than are looked at, so that one which leaves
   *     the list (evicted, made one with another) is followed by one that was there all along
   * @param halfLives by which sessions weigh less just now
   */
  Postings(Sequences sessions, int held, Supplier<HalfLives> halfLives) {
    this.sessions = sessions;
    this.most = held;
    this.halfLives = halfLives;
  }

  /** Never null. */
  Posting of(int item) {
    Posting posting = postings.get(item);
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
    int frequency = posting.frequency();
    Usage usage = posting.usage();
    Entries entries = posting.entries();
    Weights weights = posting.weights(halfLives.get());
    if (before != null) {
      int place = place(entries, slot, before);
      if (place < entries.size() && Posting.slotOf(entries.get(place)) == slot) {
        weights = weights.less(entries, place);
        entries = entries.without(place);
      }
      frequency--;
      usage = usage.plus(-1, Usage.of(before, item));
    }
    if (after != null) {
      int place = place(entries, slot, after);
      long entry = Posting.entry(Steps.millis(Steps.newest(after)), Steps.count(after), slot);
      weights = weights.more(entries, place, entry);
      entries = entries.with(place, entry);
      entries = entries.size() > most ? entries.without(0) : entries;
      frequency++;
      usage = usage.plus(1, Usage.of(after, item));
    }
    long changes = posting == Posting.NONE ? ++beginnings << Integer.SIZE : posting.changes() + 1;
    boolean isEmpty = frequency == 0;
    postings.set(item, isEmpty ? null : new Posting(entries, frequency, changes, usage, weights));
  }

  /**
   * Where a session that has these steps stands or would stand: the number of older ones. Looked
   * for from the newest end in growing strides, since what changes is mostly new.
   */
  private int place(Entries entries, int slot, long[] steps) {
    int high = entries.size();
    int low = high - 1;
    for (int stride = 1; low >= 0 && !isOlder(entries.get(low), slot, steps); stride *= 2) {
      high = low;
      low -= stride;
    }
    low = Math.max(0, low + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isOlder(entries.get(middle), slot, steps)) {
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
}
