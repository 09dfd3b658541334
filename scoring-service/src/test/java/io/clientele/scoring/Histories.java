package io.clientele.scoring;

import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.PurchaseHistory.Day;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Purchase histories as tests need them. */
public final class Histories {

  public static final Instant FIRST_SEEN = Instant.parse("2026-01-01T00:00:00Z");

  private Histories() {}

  /** A customer first seen at the start of 2026. */
  public static PurchaseHistory history(String customerId, Day... days) {
    return new PurchaseHistory(customerId, FIRST_SEEN, "USD", List.of(days), List.of());
  }

  /** A day whose orders, or refunds where there is none, were all at noon UTC. */
  public static Day day(String date, int orders, String revenue) {
    return day(date + "T12:00:00Z", date + "T12:00:00Z", orders, revenue);
  }

  /** A day whose orders lie between two moments. */
  public static Day day(String firstAt, String lastAt, int orders, String revenue) {
    return new Day(Instant.parse(firstAt), Instant.parse(lastAt), orders, new BigDecimal(revenue));
  }
}
