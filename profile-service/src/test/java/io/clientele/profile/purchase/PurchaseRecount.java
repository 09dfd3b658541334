package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.profile.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a customer's events add up to, counted plainly, event by event and unit by unit: the other
 * opinion that the ledger is held against.
 */
public final class PurchaseRecount {

  /** One order that was reported and not cancelled, or the refunds of one that was not reported. */
  private record Outcome(
      Instant at, boolean counts, BigDecimal earned, BigDecimal discount, BigDecimal refunded) {
    BigDecimal kept() {
      return counts ? earned.subtract(refunded) : BigDecimal.ZERO;
    }
  }

  private record Loose(Instant at, BigDecimal amount) {}

  private final List<Outcome> orders = new ArrayList<>();
  private final List<Loose> loose = new ArrayList<>();

  public PurchaseRecount(List<CustomerEvent> events) {
    Map<String, List<CustomerEvent>> byOrder = new TreeMap<>();
    for (CustomerEvent event : events.stream().sorted(CustomerEvent.ORDER).toList()) {
      String id = orderId(event.payload());
      byOrder
          .computeIfAbsent(id == null ? event.eventId() : id, key -> new ArrayList<>())
          .add(event);
    }
    byOrder.values().forEach(this::count);
  }

  public long orders(Instant time, Window window) {
    return counting(time, window).size();
  }

  public BigDecimal revenue(Instant time, Window window) {
    BigDecimal revenue = BigDecimal.ZERO;
    for (Outcome order : counting(time, window)) {
      revenue = revenue.add(order.kept());
    }
    for (Loose refund : loose) {
      if (within(refund.at, time, window)) {
        revenue = revenue.subtract(refund.amount);
      }
    }
    return revenue;
  }

  public BigDecimal refunds(Instant time, Window window) {
    BigDecimal refunds = BigDecimal.ZERO;
    for (Outcome order : orders) {
      if (within(order.at, time, window)) {
        refunds = refunds.add(order.refunded);
      }
    }
    for (Loose refund : loose) {
      if (within(refund.at, time, window)) {
        refunds = refunds.add(refund.amount);
      }
    }
    return refunds;
  }

  public BigDecimal discount(Instant time, Window window) {
    return counting(time, window).stream()
        .map(Outcome::discount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal earned(Instant time, Window window) {
    return counting(time, window).stream()
        .map(Outcome::earned)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public long ordersOnWeekday(Instant time, Window window, int fromMonday) {
    return counting(time, window).stream()
        .filter(o -> o.at.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() == fromMonday + 1)
        .count();
  }

  public long ordersInHour(Instant time, Window window, int hour) {
    return counting(time, window).stream()
        .filter(o -> o.at.atOffset(ZoneOffset.UTC).getHour() == hour)
        .count();
  }

  public long looseRefunds() {
    return loose.size();
  }

  public Instant firstOrderAt() {
    return orders.stream()
        .filter(Outcome::counts)
        .map(Outcome::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  public Instant lastOrderAt() {
    return orders.stream()
        .filter(Outcome::counts)
        .map(Outcome::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Outcome> counting(Instant time, Window window) {
    return orders.stream().filter(order -> order.counts && within(order.at, time, window)).toList();
  }

  private static boolean within(Instant at, Instant time, Window window) {
    long ago =
        LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay()
            - LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    return switch (window) {
      case DAY -> ago == 0;
      case WEEK -> ago >= 0 && ago < 7;
      case MONTH -> ago >= 0 && ago < 30;
      case QUARTER -> ago >= 0 && ago < 90;
      case YEAR -> ago >= 0 && ago < 365;
      case LIFE -> true;
    };
  }

  private void count(List<CustomerEvent> events) {
    CustomerEvent report = null;
    boolean whole = false;
    BigDecimal claimed = BigDecimal.ZERO;
    List<Product> returned = new ArrayList<>();
    List<Loose> pending = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (event.payload() instanceof Payload.OrderCancelled) {
        return;
      } else if (event.payload() instanceof Payload.OrderCompleted) {
        report = event;
      } else if (event.payload() instanceof Payload.OrderRefunded refund) {
        BigDecimal amount = BigDecimal.ZERO;
        if (refund.amount() != null) {
          amount = refund.amount().amount();
          claimed = claimed.add(amount);
        } else if (refund.products().isEmpty()) {
          whole = true;
        } else {
          returned.addAll(refund.products());
          for (Product product : refund.products()) {
            BigDecimal price = product.price() == null ? BigDecimal.ZERO : product.price();
            amount = amount.add(price.multiply(BigDecimal.valueOf(UnitsRecount.units(product))));
          }
        }
        pending.add(new Loose(event.occurredAt(), amount));
      }
    }
    if (report == null) {
      loose.addAll(pending);
    } else {
      Payload.OrderCompleted order = (Payload.OrderCompleted) report.payload();
      orders.add(
          outcome(
              report.occurredAt(),
              order,
              whole || UnitsRecount.isEverything(order, returned),
              claimed.add(UnitsRecount.amount(order, returned))));
    }
  }

  private static Outcome outcome(
      Instant at, Payload.OrderCompleted order, boolean whole, BigDecimal claimed) {
    BigDecimal revenue = order.revenue().amount();
    boolean wholly = whole || (revenue.signum() > 0 && claimed.compareTo(revenue) >= 0);
    return new Outcome(
        at,
        !wholly,
        revenue,
        order.discount() == null ? BigDecimal.ZERO : order.discount().amount(),
        wholly || claimed.compareTo(revenue) > 0 ? revenue : claimed);
  }

  private static String orderId(Payload payload) {
    if (payload instanceof Payload.OrderCompleted order) {
      return order.orderId();
    } else if (payload instanceof Payload.OrderRefunded refund) {
      return refund.orderId();
    }
    return ((Payload.OrderCancelled) payload).orderId();
  }
}
