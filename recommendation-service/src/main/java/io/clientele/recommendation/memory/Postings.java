package io.clientele.recommendation.memory;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * For each item its {@link Posting}. Ordered by (last step, key) and not by arrival, or replays
 * would differ. One thread changes them, any reads.
 */
final class Postings {

  private final Sequences sessions;
  private final int most;
  private final Supplier<HalfLives> halfLives;
  private final Draft draft;
  private long beginnings;
  private volatile AtomicReferenceArray<Posting> postings = new AtomicReferenceArray<>(16);

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
    this.draft = new Draft();
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
    int frequency = posting.frequency();
    Usage usage = posting.usage();
    draft.begin(posting);
    if (before != null) {
      draft.remove(place(slot, before), slot);
      frequency--;
      usage = usage.plus(-1, Usage.of(before, item));
    }
    if (after != null) {
      draft.add(
          place(slot, after),
          Posting.entry(Steps.millis(Steps.newest(after)), Steps.count(after), slot));
      frequency++;
      usage = usage.plus(1, Usage.of(after, item));
    }
    long changes = posting == Posting.NONE ? ++beginnings << Integer.SIZE : posting.changes() + 1;
    boolean isEmpty = frequency == 0;
    put(
        item,
        isEmpty ? null : new Posting(draft.entries(), frequency, changes, usage, draft.weights));
  }

  /** What becomes of a posting, in an array that is used again and again. */
  private final class Draft {

    private final long[] entries = new long[most + 1];
    private int size;
    private Weights weights;

    void begin(Posting posting) {
      size = posting.held();
      System.arraycopy(posting.entries(), 0, entries, 0, size);
      weights = posting.weights(halfLives.get());
    }

    /** Takes out what stands at a place, if it is of this slot. */
    void remove(int place, int slot) {
      if (place == size || Posting.slotOf(entries[place]) != slot) {
        return;
      }
      int first = size - Posting.VISIBLE;
      if (place >= first) {
        weights = weights.plus(-1, entries[place]);
        weights = first > 0 ? weights.plus(1, entries[first - 1]) : weights;
      }
      size--;
      System.arraycopy(entries, place + 1, entries, place, size - place);
    }

    /** Puts an entry in at a place; the oldest leaves where there are too many. */
    void add(int place, long entry) {
      int first = size - Posting.VISIBLE;
      if (place > first) {
        weights = weights.plus(1, entry);
        weights = first >= 0 ? weights.plus(-1, entries[first]) : weights;
      }
      System.arraycopy(entries, place, entries, place + 1, size - place);
      entries[place] = entry;
      size++;
      if (size > most) {
        size--;
        System.arraycopy(entries, 1, entries, 0, size);
      }
    }

    long[] entries() {
      return Arrays.copyOf(entries, size);
    }
  }

  /**
   * Where a session that has these steps stands or would stand: the number of older ones. Looked
   * for from the newest end in growing strides, since what changes is mostly new.
   */
  private int place(int slot, long[] steps) {
    long[] entries = draft.entries;
    int high = draft.size;
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
