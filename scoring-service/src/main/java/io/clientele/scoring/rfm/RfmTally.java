package io.clientele.scoring.rfm;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts customers into an {@link RfmBase}, one by one or a base at a time, at a logarithmic cost a
 * customer. Not thread-safe.
 */
public final class RfmTally {

  private final SortedMap<Long, Long> byLastDay = new TreeMap<>();
  private final SortedMap<Long, Long> byOrders = new TreeMap<>();
  private final SortedMap<BigDecimal, Long> byNetRevenue = new TreeMap<>();

  /** Counts a customer in. */
  public void add(RfmFacts facts) {
    count(facts, 1);
  }

  /**
   * Counts a customer out again.
   *
   * @throws IllegalStateException if nobody with such facts was counted in
   */
  public void remove(RfmFacts facts) {
    count(facts, -1);
  }

  /** Counts everybody of a base in. */
  public void add(RfmBase base) {
    addAll(byLastDay, base.byLastDay());
    addAll(byOrders, base.byOrders());
    addAll(byNetRevenue, base.byNetRevenue());
  }

  /** Counts everybody of another tally in. */
  void add(RfmTally other) {
    addAll(byLastDay, other.byLastDay);
    addAll(byOrders, other.byOrders);
    addAll(byNetRevenue, other.byNetRevenue);
  }

  /** Who is counted in now; later counting does not change it. Costs a copy. */
  public RfmBase total() {
    return new RfmBase(byLastDay, byOrders, byNetRevenue);
  }

  private void count(RfmFacts facts, long customers) {
    add(byLastDay, facts.lastDay(), customers);
    add(byOrders, facts.orders(), customers);
    add(byNetRevenue, facts.netRevenue(), customers);
  }

  private static <K> void addAll(Map<K, Long> counts, Map<K, Long> others) {
    others.forEach((value, customers) -> add(counts, value, customers));
  }

  private static <K> void add(Map<K, Long> counts, K value, long customers) {
    long now = counts.getOrDefault(value, 0L) + customers;
    if (now < 0) {
      throw new IllegalStateException("a customer who was never counted in cannot be counted out");
    } else if (now == 0) {
      counts.remove(value);
    } else {
      counts.put(value, now);
    }
  }
}
