package io.clientele.lifecycle.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.PlausibleTime;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a history must keep to beyond its own rules before times and sums are computed from it: one
 * that does not would stop its partition for ever.
 */
final class HistoryRules {

  /** On either side of the point; sums of many years still fit {@code Money}. */
  private static final int MOST_DIGITS = 100;

  private HistoryRules() {}

  /** What is wrong with a record of {@code purchase-histories}, or empty. */
  static Optional<String> fault(String key, HistoryRecord record) {
    if (!record.customerId().equals(key)) {
      return Optional.of("the key is not the customer's id");
    }
    return record instanceof PurchaseHistory history ? faultOf(history) : Optional.empty();
  }

  private static Optional<String> faultOf(PurchaseHistory history) {
    if (!PlausibleTime.includes(history.firstSeenAt())) {
      return Optional.of("firstSeenAt is before 1900 or after 2200");
    }
    Instant before = PlausibleTime.EARLIEST;
    for (PurchaseHistory.Day day : history.days()) {
      if (!PlausibleTime.includes(day.firstAt()) || day.firstAt().isBefore(before)) {
        return Optional.of("days are not in order or not between 1900 and 2200");
      }
      if (isEndless(day.revenue())) {
        return Optional.of("a day's revenue has more than " + MOST_DIGITS + " digits");
      }
      before = day.firstAt();
    }
    return Optional.empty();
  }

  /** Also 1e999999999, which is short to read and never added up. */
  private static boolean isEndless(BigDecimal revenue) {
    return revenue.precision() > MOST_DIGITS || Math.abs((long) revenue.scale()) > MOST_DIGITS;
  }
}
