package io.clientele.contract.profile;

import io.clientele.contract.Money;
import java.time.Instant;
import java.util.List;

/**
 * What a customer bought in all its life, as it is known today: an order that went back later was
 * never one.
 *
 * @param orders orders that count: neither cancelled nor wholly refunded
 * @param couponOrders those of them that were placed with a coupon
 * @param netRevenue what the shop kept: the revenue of the orders that count, less what was
 *     refunded of them and less the refunds without an order; in the base currency, maybe negative
 * @param refunded all that went back, refunds without an order among it, in the base currency
 * @param refundsWithoutOrder refunds that name no order, or one that has not arrived
 * @param unknownRefundLines lines of refunds whose product their order does not have; they are kept
 *     but take nothing off
 * @param firstOrderAt of the orders that count; null where there is none
 * @param lastOrderAt of the orders that count; null where there is none
 * @param hours orders that count by UTC hour of day, 24 counts from midnight
 * @param weekdays orders that count by UTC weekday, 7 counts from Monday
 */
public record Purchases(
    long orders,
    long couponOrders,
    Money netRevenue,
    Money refunded,
    LooseRefunds refundsWithoutOrder,
    long unknownRefundLines,
    Instant firstOrderAt,
    Instant lastOrderAt,
    List<Long> hours,
    List<Long> weekdays) {

  /**
   * Refunds that could not be netted with an order.
   *
   * @param count how many there are, also such whose amount only their order would tell
   * @param amount what they took off, in the base currency
   */
  public record LooseRefunds(long count, Money amount) {}

  public Purchases {
    hours = hours == null ? List.of() : List.copyOf(hours);
    weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
  }
}
