package io.clientele.profile.purchase;

import io.clientele.contract.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * The purchases of one window: orders by the day on which they were placed.
 *
 * @param orders those that count: neither cancelled nor wholly refunded
 * @param revenue what the shop kept of them, less the window's refunds without an order
 * @param refunds of the orders placed in the window, and the window's refunds without an order
 * @param averageOrderValue what the shop kept of an order on average, to four decimals; null
 *     without orders
 * @param discountShare of what the orders would have earned without discount, 0 to 1, to four
 *     decimals; null where that is nothing
 * @param weekdays orders by UTC weekday, 7 counts from Monday; empty without orders
 * @param hours orders by UTC hour of day, 24 counts from midnight; empty without orders
 */
public record PurchaseCounts(
    long orders,
    Money revenue,
    Money refunds,
    Money averageOrderValue,
    BigDecimal discountShare,
    List<Long> weekdays,
    List<Long> hours) {}
