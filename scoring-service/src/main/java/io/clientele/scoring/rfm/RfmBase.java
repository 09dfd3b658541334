package io.clientele.scoring.rfm;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everybody a customer is compared with: how many customers stand at each value of each figure.
 * Bases of disjoint customers merge by addition, so that partitions and instances can be summed.
 *
 * @param byLastDay customers by the UTC day of their last order, counted from 1970-01-01
 * @param byOrders customers by their number of orders
 * @param byNetRevenue customers by their exact net revenue
 */
public record RfmBase(
    SortedMap<Long, Long> byLastDay,
    SortedMap<Long, Long> byOrders,
    SortedMap<BigDecimal, Long> byNetRevenue) {

  /** Nobody. */
  public static final RfmBase ZERO = new RfmTally().total();

  public RfmBase {
    byLastDay = Collections.unmodifiableSortedMap(new TreeMap<>(byLastDay));
    byOrders = Collections.unmodifiableSortedMap(new TreeMap<>(byOrders));
    byNetRevenue = Collections.unmodifiableSortedMap(new TreeMap<>(byNetRevenue));
  }

  /** The base of everybody in any of these, none of whom may be in two. */
  public static RfmBase sum(List<RfmBase> parts) {
    RfmTally tally = new RfmTally();
    parts.forEach(tally::add);
    return tally.total();
  }

  /** How many customers this is; costs a pass over the order counts. */
  public long customers() {
    return byOrders.values().stream().mapToLong(Long::longValue).sum();
  }
}
