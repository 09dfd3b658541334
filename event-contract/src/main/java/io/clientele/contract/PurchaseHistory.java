package io.clientele.contract;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What scoring and lifecycle live on: when a customer came and what the customer bought, day by
 * day.
 *
 * @param customerId the canonical id
 * @param firstSeenAt when the earliest event occurred
 * @param currency the base currency, of every amount here
 * @param days days with orders or with refunds that refer to no order, oldest first
 * @param activeDays UTC days with any event, oldest first
 * @param cause why this was written rather than what stood there before; null where nobody said
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
public record PurchaseHistory(
    String customerId,
    Instant firstSeenAt,
    String currency,
    List<Day> days,
    List<LocalDate> activeDays,
    Cause cause)
    implements HistoryRecord {

  /** A history without a cause. */
  public PurchaseHistory(
      String customerId,
      Instant firstSeenAt,
      String currency,
      List<Day> days,
      List<LocalDate> activeDays) {
    this(customerId, firstSeenAt, currency, days, activeDays, null);
  }

  public PurchaseHistory {
    Require.text(customerId, "customerId");
    Require.present(firstSeenAt, "firstSeenAt");
    Money.requireCurrency(currency);
    days = days == null ? List.of() : List.copyOf(days);
    activeDays = activeDays == null ? List.of() : List.copyOf(activeDays);
  }

  /**
   * What changed a history.
   *
   * @param kind what it was
   * @param reference the id of the event or of the link; null where nobody knows it
   * @param at when the platform received that event or decided that link
   */
  public record Cause(Kind kind, String reference, Instant at) {

    /** What it was. */
    public enum Kind {
      /** The customer's first event. */
      FIRST_SEEN,
      ORDER,
      REFUND,
      CANCELLATION,
      /** Any other event, the first of its day. */
      ACTIVITY,
      /** Another identity joined the customer. */
      MERGE,
      /** An identity left the customer. */
      SPLIT
    }

    public Cause {
      Require.present(kind, "kind");
      Require.present(at, "at");
    }
  }

  /**
   * One UTC day's purchases.
   *
   * @param orders orders that count: neither cancelled nor wholly refunded; 0 on a day with nothing
   *     but a refund
   * @param firstAt the day's first order, else its first refund
   * @param lastAt the day's last order, else its last refund
   * @param revenue of the day's orders net of what was refunded of them, less refunds of this day
   *     that refer to no order; exact, maybe negative
   */
  public record Day(Instant firstAt, Instant lastAt, int orders, BigDecimal revenue) {
    public Day {
      Require.present(firstAt, "firstAt");
      Require.present(lastAt, "lastAt");
      Require.present(revenue, "revenue");
      Money.requireBounded(revenue);
      Require.that(orders >= 0, "orders cannot be negative");
      Require.that(!lastAt.isBefore(firstAt), "a day cannot end before it starts");
    }
  }
}
