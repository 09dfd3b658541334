package io.clientele.profile.purchase;

import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * Sums over what happened on one UTC day: the orders placed on it, whatever came of them since, and
 * the refunds without an order made on it. A sum of such days can have any of them taken out again.
 * Amounts are in the base currency.
 *
 * @param day days since 1970-01-01
 * @param orders when those were placed that count
 * @param coupons how many of them with a coupon
 * @param net what the shop kept of them
 * @param earned what they earned before refunds
 * @param discount on them
 * @param refunded of all the day's orders, also of those that therefore do not count
 * @param unknownLines refunded lines of the day's orders that took nothing off
 */
record PurchaseDay(
    int day,
    DayTimes orders,
    long coupons,
    BigDecimal net,
    BigDecimal earned,
    BigDecimal discount,
    BigDecimal refunded,
    long unknownLines,
    LooseRefunds loose) {

  static final Comparator<PurchaseDay> ORDER = Comparator.comparingInt(PurchaseDay::day);

  private static final long SECONDS_A_DAY = 86_400;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  PurchaseDay {
    net = Amounts.plain(net);
    earned = Amounts.plain(earned);
    discount = Amounts.plain(discount);
    refunded = Amounts.plain(refunded);
  }

  /** The day of one order that was reported and not cancelled. */
  static PurchaseDay of(int day, OrderReport report, OrderOutcome outcome) {
    return new PurchaseDay(
        day,
        outcome.counts() ? DayTimes.of(nanos(report.at())) : DayTimes.NONE,
        outcome.counts() && report.coupon() ? 1 : 0,
        outcome.net(),
        outcome.earned(),
        outcome.discount(),
        outcome.refunded(),
        outcome.unknownLines(),
        LooseRefunds.NONE);
  }

  /** A day with nothing but refunds without an order. */
  static PurchaseDay of(int day, LooseRefunds loose) {
    BigDecimal none = BigDecimal.ZERO;
    return new PurchaseDay(day, DayTimes.NONE, 0, none, none, none, none, 0, loose);
  }

  /** What a moment is later than its UTC day's midnight. */
  static long nanos(Instant moment) {
    return Math.floorMod(moment.getEpochSecond(), SECONDS_A_DAY) * NANOS_A_SECOND
        + moment.getNano();
  }

  /** Both together, as this day's. */
  PurchaseDay plus(PurchaseDay other) {
    return new PurchaseDay(
        day,
        orders.plus(other.orders),
        coupons + other.coupons,
        net.add(other.net),
        earned.add(other.earned),
        discount.add(other.discount),
        refunded.add(other.refunded),
        unknownLines + other.unknownLines,
        loose.plus(other.loose));
  }

  /** Without what was added before. */
  PurchaseDay minus(PurchaseDay other) {
    return new PurchaseDay(
        day,
        orders.minus(other.orders),
        coupons - other.coupons,
        net.subtract(other.net),
        earned.subtract(other.earned),
        discount.subtract(other.discount),
        refunded.subtract(other.refunded),
        unknownLines - other.unknownLines,
        loose.minus(other.loose));
  }

  /** The same as part of a later day, which then does not know these orders' times. */
  PurchaseDay on(int later) {
    return new PurchaseDay(
        later,
        orders.onlyCounted(),
        coupons,
        net,
        earned,
        discount,
        refunded,
        unknownLines,
        loose.onlyCounted());
  }

  /** Whether nothing happened, or nothing of it is left. */
  boolean isEmpty() {
    return orders.count() == 0 && refunded.signum() == 0 && unknownLines == 0 && loose.count() == 0;
  }

  /** Whether a purchase history shows it: there are orders, or money went back without any. */
  boolean isShown() {
    return orders.count() > 0 || loose.amount().signum() != 0;
  }

  /** What a purchase history says of it; only where it {@link #isShown}. */
  PurchaseHistory.Day shown() {
    DayTimes times = orders.count() > 0 ? orders : loose.times();
    return new PurchaseHistory.Day(
        moment(times.first()), moment(times.last()), orders.count(), net.subtract(loose.amount()));
  }

  /** The moment so much later than the day's midnight. */
  Instant moment(long nanos) {
    return Instant.ofEpochSecond(day * SECONDS_A_DAY, nanos);
  }
}
