package io.clientele.profile;

import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Orders seen day by day; the days' revenues add up to the net revenue. */
final class PurchaseDays {

  private PurchaseDays() {}

  /** Days with orders that count or with refunds without an order, oldest first. */
  static List<PurchaseHistory.Day> of(Orders orders) {
    SortedMap<LocalDate, PurchaseHistory.Day> days = new TreeMap<>();
    orders
        .counting()
        .forEach(
            order -> {
              Instant at = order.completion().at();
              days.merge(
                  LocalDate.ofInstant(at, ZoneOffset.UTC),
                  new PurchaseHistory.Day(at, at, 1, order.netRevenue()),
                  PurchaseDays::together);
            });
    orders
        .withoutOrder()
        .days()
        .forEach((date, refunds) -> days.put(date, less(days.get(date), refunds)));
    return List.copyOf(days.values());
  }

  private static PurchaseHistory.Day together(PurchaseHistory.Day one, PurchaseHistory.Day other) {
    return new PurchaseHistory.Day(
        one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
        one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt(),
        one.orders() + other.orders(),
        one.revenue().add(other.revenue()));
  }

  private static PurchaseHistory.Day less(PurchaseHistory.Day day, Refunds.Day refunds) {
    if (day == null) {
      BigDecimal revenue = refunds.amount().negate();
      return new PurchaseHistory.Day(refunds.firstAt(), refunds.lastAt(), 0, revenue);
    }
    return new PurchaseHistory.Day(
        day.firstAt(), day.lastAt(), day.orders(), day.revenue().subtract(refunds.amount()));
  }
}
