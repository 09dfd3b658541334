package io.clientele.lifecycle;

import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Builds purchase histories for tests: days are counted from 2024-01-01. */
public record Customer(String id, int firstSeen, List<PurchaseHistory.Day> days) {

  /** The platform's day 0. */
  public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  /** Somebody who was first seen on a day and has not bought. */
  public static Customer seen(String id, int day) {
    return new Customer(id, day, List.of());
  }

  /** Somebody who bought on these days and was first seen at the first purchase. */
  public static PurchaseHistory bought(String id, Collection<Integer> days) {
    List<Integer> sorted = days.stream().sorted().toList();
    Customer customer = seen(id, sorted.get(0));
    for (int day : sorted) {
      customer = customer.buying(day, "100");
    }
    return customer.history();
  }

  /** The same with another purchase. */
  public Customer buying(int day, String revenue) {
    return with(new PurchaseHistory.Day(at(day), at(day), 1, new BigDecimal(revenue)));
  }

  /** The same with a refund that refers to no order. */
  public Customer refunded(int day, String amount) {
    return with(new PurchaseHistory.Day(at(day), at(day), 0, new BigDecimal(amount).negate()));
  }

  private Customer with(PurchaseHistory.Day day) {
    List<PurchaseHistory.Day> more = new ArrayList<>(days);
    more.add(day);
    return new Customer(id, firstSeen, more);
  }

  /** As profile-service writes it. */
  public PurchaseHistory history() {
    return new PurchaseHistory(
        id, at(firstSeen), "USD", days, List.of(LocalDate.parse("2024-01-01")));
  }

  /** The beginning of a day. */
  public static Instant at(int day) {
    return START.plusSeconds(86_400L * day);
  }
}
