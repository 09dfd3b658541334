package io.clientele.scoring.rfm;

import io.clientele.contract.CustomerScores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Scores customers against a base: 1 + ⌊5 · share of the base strictly worse⌋, at most 5, for each
 * figure (models.md, "RFM, ABC"). Exact; a score costs three binary searches.
 */
public final class RfmThresholds {

  private static final int BEST = 5;

  private final long customers;
  private final Ranking<Long> recency;
  private final Ranking<Long> frequency;
  private final Ranking<BigDecimal> monetary;

  /** The thresholds of a base as it is now; costs a pass over it. */
  public RfmThresholds(RfmBase base) {
    this.customers = base.customers();
    this.recency = new Ranking<>(base.byLastDay());
    this.frequency = new Ranking<>(base.byOrders());
    this.monetary = new Ranking<>(base.byNetRevenue());
  }

  /** How many customers the base has. */
  public long customers() {
    return customers;
  }

  /** The scores of a customer, who need not be in the base. */
  public CustomerScores.Rfm score(RfmFacts facts) {
    int recencyScore = scoreFor(recency.strictlyBelow(facts.lastDay()));
    int frequencyScore = scoreFor(frequency.strictlyBelow(facts.orders()));
    int monetaryScore = scoreFor(monetary.strictlyBelow(facts.netRevenue()));
    return new CustomerScores.Rfm(
        recencyScore,
        frequencyScore,
        monetaryScore,
        RfmGroup.of(recencyScore, frequencyScore).label(),
        new CustomerScores.Facts(
            facts.lastOrderAt(),
            (int) Math.min(facts.orders(), Integer.MAX_VALUE),
            facts.netRevenue(),
            customers));
  }

  private int scoreFor(long strictlyWorse) {
    return customers == 0 ? 1 : (int) Math.min(BEST, 1 + BEST * strictlyWorse / customers);
  }

  /** One figure's values in order and how many customers stand below each. */
  private static final class Ranking<K extends Comparable<K>> {

    private final List<K> values;

    /** Customers below the value of the same index, and at the end all of them. */
    private final long[] below;

    Ranking(SortedMap<K, Long> counts) {
      values = new ArrayList<>(counts.keySet());
      below = new long[values.size() + 1];
      int next = 1;
      for (long customers : counts.values()) {
        below[next] = below[next - 1] + customers;
        next++;
      }
    }

    long strictlyBelow(K value) {
      int found = Collections.binarySearch(values, value);
      return below[found >= 0 ? found : -found - 1];
    }
  }
}
