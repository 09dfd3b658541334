package io.clientele.contract.profile;

import io.clientele.contract.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer did within one {@link Window}; over all of the customer's ids and devices.
 *
 * @param visits UTC days on which anything happened
 * @param sessions see {@link Session}; each belongs to the day on which it began
 * @param bounces sessions that are one look, see {@link Session}
 * @param pageViews pages and screens looked at
 * @param productViews products' own pages looked at
 * @param dwellSeconds from each session's first page to its end, in whole seconds a session
 * @param searches searches made
 * @param carts times that a cart was begun; each belongs to the day on which it began
 * @param abandonedCarts of these, those left for 24 hours with something in them and no order
 * @param orders placed in the window, neither cancelled nor wholly refunded
 * @param revenue what the shop kept of these orders, less the window's refunds without an order, in
 *     the base currency; for life it is {@link Purchases#netRevenue}
 * @param refunds what was paid back for the window's orders, and in the window without an order
 * @param averageOrderValue what the shop kept of an order on average, to four decimals; null where
 *     there are none
 * @param discountShare discounts by what the orders would have earned without them, 0 to 1, to four
 *     decimals; null where that is nothing
 * @param weekdays orders by UTC weekday, 7 counts from Monday; empty where there are none
 * @param hours orders by UTC hour of day, 24 counts from midnight; empty where there are none
 */
public record Activity(
    long visits,
    long sessions,
    long bounces,
    long pageViews,
    long productViews,
    long dwellSeconds,
    long searches,
    long carts,
    long abandonedCarts,
    long orders,
    Money revenue,
    Money refunds,
    Money averageOrderValue,
    BigDecimal discountShare,
    List<Long> weekdays,
    List<Long> hours) {

  public Activity {
    weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
    hours = hours == null ? List.of() : List.copyOf(hours);
  }
}
