package io.clientele.recommendation.memory;

import java.util.Arrays;

/**
 * What a {@link Posting} holds, in a fixed order. Never changed: each change makes other ones, of
 * which those in the front share a long array and only the few last are copied, since it is nearly
 * always there that something changes.
 */
final class Entries {

  private static final long[] EMPTY = new long[0];

  static final Entries NONE = new Entries(EMPTY, 0, EMPTY);

  /** How many there are at the end at most before half of them go to the front. */
  private static final int MOST_AT_END = 128;

  private final long[] front;
  private final int from;
  private final long[] end;

  private Entries(long[] front, int from, long[] end) {
    this.front = front;
    this.from = from;
    this.end = end;
  }

  int size() {
    return inFront() + end.length;
  }

  long get(int place) {
    int inFront = inFront();
    return place < inFront ? front[from + place] : end[place - inFront];
  }

  /** The last ones, the last first. */
  void copyNewest(int count, long[] into) {
    int ofEnd = Math.min(count, end.length);
    for (int i = 0; i < ofEnd; i++) {
      into[i] = end[end.length - 1 - i];
    }
    for (int i = ofEnd; i < count; i++) {
      into[i] = front[front.length - 1 - (i - ofEnd)];
    }
  }

  Entries without(int place) {
    int inFront = inFront();
    if (place >= inFront) {
      return new Entries(front, from, without(end, 0, place - inFront));
    } else if (place == 0) {
      return new Entries(front, from + 1, end);
    } else {
      return new Entries(without(front, from, place), 0, end);
    }
  }

  /** With one more, which has this place then. */
  Entries with(int place, long entry) {
    int inFront = inFront();
    if (place < inFront) {
      return new Entries(with(front, from, place, entry), 0, end);
    }
    long[] longer = with(end, 0, place - inFront, entry);
    if (longer.length <= MOST_AT_END) {
      return new Entries(front, from, longer);
    }
    int moved = longer.length / 2;
    long[] before = Arrays.copyOfRange(front, from, front.length + moved);
    System.arraycopy(longer, 0, before, inFront, moved);
    return new Entries(before, 0, Arrays.copyOfRange(longer, moved, longer.length));
  }

  private int inFront() {
    return front.length - from;
  }

  private static long[] without(long[] some, int from, int place) {
    long[] fewer = new long[some.length - from - 1];
    System.arraycopy(some, from, fewer, 0, place);
    System.arraycopy(some, from + place + 1, fewer, place, fewer.length - place);
    return fewer;
  }

  private static long[] with(long[] some, int from, int place, long entry) {
    long[] more = new long[some.length - from + 1];
    System.arraycopy(some, from, more, 0, place);
    more[place] = entry;
    System.arraycopy(some, from + place, more, place + 1, more.length - place - 1);
    return more;
  }
}
