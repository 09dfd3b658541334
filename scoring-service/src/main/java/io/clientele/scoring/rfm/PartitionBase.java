package io.clientele.scoring.rfm;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The base of one partition's known customers as of now, kept by replacing one customer at a time.
 * Customers with purchases that lie ahead (a client's clock may be wrong) stand aside until those
 * have come to pass. Thread-safe: one thread writes, others read.
 */
public final class PartitionBase {

  private final RfmTally settled = new RfmTally();
  private final Map<String, PurchaseHistory> ahead = new HashMap<>();
  private final Runnable changed;

  /**
   * An empty base.
   *
   * @param changed told after every change
   */
  PartitionBase(Runnable changed) {
    this.changed = changed;
  }

  /**
   * Takes a customer's new history for the old one. Histories of merged customers count for
   * nothing.
   *
   * @param before what the last call for this customer had as {@code after}; null at first
   * @param after null if the customer is gone
   */
  public void replace(String customerId, HistoryRecord before, HistoryRecord after, Instant now) {
    synchronized (this) {
      if (before instanceof PurchaseHistory history && ahead.remove(customerId) == null) {
        RfmFacts.inBase(history, Instant.MAX).ifPresent(settled::remove);
      }
      if (after instanceof PurchaseHistory history) {
        put(customerId, history, now);
      }
    }
    changed.run();
  }

  /** Adds everybody with an order by {@code now}, which must not lie in the past. */
  synchronized void addTo(RfmTally sum, Instant now) {
    settle(now);
    sum.add(settled);
    ahead.values().forEach(history -> RfmFacts.inBase(history, now).ifPresent(sum::add));
  }

  /** Whether the mere passing of time will change this base. */
  synchronized boolean awaitsTime() {
    return !ahead.isEmpty();
  }

  private void settle(Instant now) {
    Iterator<PurchaseHistory> waiting = ahead.values().iterator();
    while (waiting.hasNext()) {
      PurchaseHistory history = waiting.next();
      if (!liesAhead(history, now)) {
        waiting.remove();
        RfmFacts.inBase(history, Instant.MAX).ifPresent(settled::add);
      }
    }
  }

  private void put(String customerId, PurchaseHistory history, Instant now) {
    if (liesAhead(history, now)) {
      ahead.put(customerId, history);
    } else {
      RfmFacts.inBase(history, Instant.MAX).ifPresent(settled::add);
    }
  }

  private static boolean liesAhead(PurchaseHistory history, Instant now) {
    return history.days().stream().anyMatch(day -> day.firstAt().isAfter(now));
  }
}
