package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;

/**
 * What came with one item in its newest sessions: of each neighbour how often it followed at once
 * (m1), within ten steps by one over the distance (sr), came before so (rv), and in how many
 * sessions it was there (co), each also with forward decay, as of the item's newest session; what
 * was put into the cart or bought then weighs more (cof).
 *
 * @param basis the sessions that it is counted from
 * @param items the neighbours, the one with the most weight first, of many not all
 * @param counts all neighbours' of one {@link Count}, then of the next
 * @param sums by {@link Count}, over all neighbours, those that are left out included
 */
@SuppressWarnings("ArrayRecordComponent") // read by every source, never compared
record Row(Basis basis, int[] items, float[] counts, double[] sums) {

  /** Of so many sessions one may have changed since: it would make no difference. */
  private static final int NEARLY = 64;

  /**
   * What is known of the sessions that a row is counted from.
   *
   * @param changes see {@link Posting#changes}
   * @param left see {@link ShopView#itemsLeft}
   * @param frequency sessions that have the item, those that are not counted included
   * @param oldest when the oldest one that is counted ended, in seconds since 1970
   * @param newest when the newest one did
   * @param often how many they are, older ones less, as of the newest
   */
  record Basis(
      HalfLives by,
      long changes,
      long left,
      int frequency,
      long oldest,
      long newest,
      double often) {

    /** Of an item that somebody touched. */
    static Basis of(Posting posting, HalfLives by, long left, double often) {
      return new Basis(
          by,
          posting.changes(),
          left,
          posting.frequency(),
          posting.seconds(posting.size() - 1),
          posting.seconds(0),
          often);
    }

    /** Those but so many that weigh so much. */
    Basis less(int sessions, double weight) {
      return new Basis(
          by, changes, left, frequency - sessions, oldest, newest, Math.max(0, often - weight));
    }

    /**
     * Whether these sessions are the same, or as good as the same, and no neighbour's number can
     * have become another item's.
     */
    boolean isAsGoodAs(Posting now, HalfLives halfLives, long leftNow) {
      long apart = now.changes() - changes;
      return apart >= 0
          && apart <= now.size() / NEARLY
          && by.slow() == halfLives.slow()
          && leftNow - left < ShopView.ITEMS_AT_REST;
    }
  }

  /** Of an item that nobody touched. */
  static final Row NONE =
      new Row(
          new Basis(new HalfLives(1, 1, 0), 0, 0, 0, Long.MAX_VALUE, 0, 0),
          new int[0],
          new float[0],
          new double[Count.ALL]);

  /** What is counted. */
  enum Count {
    M1,
    M1F,
    SR,
    SRF,
    RV,
    RVF,
    CO,
    COF;

    static final int ALL = values().length;

    /** Where it stands in a row's arrays. */
    @SuppressWarnings("EnumOrdinal") // of arrays in memory, never stored
    int column() {
      return ordinal();
    }
  }

  int size() {
    return items.length;
  }

  /** Which neighbour an item is, or −1. */
  int find(int item) {
    int neighbour = items.length - 1;
    while (neighbour >= 0 && items[neighbour] != item) {
      neighbour--;
    }
    return neighbour;
  }

  float get(Count count, int neighbour) {
    return counts[count.column() * items.length + neighbour];
  }

  double sum(Count count) {
    return sums[count.column()];
  }
}
