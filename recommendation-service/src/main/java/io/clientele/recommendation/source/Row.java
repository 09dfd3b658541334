package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;

/**
 * What came with one item in its newest sessions: of each neighbour how often it followed at once
 * (m1), within ten steps by one over the distance (sr), came before so (rv), and in how many
 * sessions it was there (co), each also with forward decay, as of the item's newest session; what
 * was put into the cart or bought then weighs more (cof).
 *
 * @param posting the sessions that it is computed from
 * @param items the neighbours, of many those with the most weight
 * @param counts by {@link Count}, then by neighbour
 * @param sums by {@link Count}, over all neighbours, those that are left out included
 */
@SuppressWarnings("ArrayRecordComponent") // read by every source, never compared
record Row(Posting posting, HalfLives halfLives, int[] items, float[][] counts, double[] sums) {

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

  /** Whether it is counted from these very sessions. */
  @SuppressWarnings("ReferenceEquality") // each change of a posting makes another one
  boolean isOf(Posting other) {
    return posting == other;
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
    return counts[count.column()][neighbour];
  }

  double sum(Count count) {
    return sums[count.column()];
  }
}
