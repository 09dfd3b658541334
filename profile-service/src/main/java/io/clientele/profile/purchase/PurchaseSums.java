package io.clientele.profile.purchase;

import io.clientele.contract.Money;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up days, newest first, so that one pass over them serves all windows. */
final class PurchaseSums {

  private static final int HOURS = 24;
  private static final int WEEKDAYS = 7;

  /** 1970-01-01 was a Thursday, the weekday of this number from Monday. */
  private static final int FIRST_WEEKDAY = 3;

  /** Decimals of what a division makes. */
  private static final int DECIMALS = 4;

  private final String currency;
  private final long[] hours = new long[HOURS];
  private final long[] weekdays = new long[WEEKDAYS];
  private long orders;
  private long coupons;
  private long unknownLines;
  private long looseCount;
  private BigDecimal net = BigDecimal.ZERO;
  private BigDecimal earned = BigDecimal.ZERO;
  private BigDecimal discount = BigDecimal.ZERO;
  private BigDecimal refunded = BigDecimal.ZERO;
  private BigDecimal loose = BigDecimal.ZERO;
  private PurchaseDay first;
  private PurchaseDay last;

  private PurchaseSums(String currency) {
    this.currency = currency;
  }

  /**
   * What the profile shows.
   *
   * @param days oldest first
   * @param today days since 1970-01-01
   */
  static PurchaseView view(List<PurchaseDay> days, int today, String currency) {
    Map<Window, PurchaseCounts> windows = new EnumMap<>(Window.class);
    PurchaseSums sums = new PurchaseSums(currency);
    int later = days.size();
    while (later > 0 && days.get(later - 1).day() > today) {
      later--;
    }
    int next = later;
    PurchaseCounts counts = sums.counts();
    for (Window window : Window.values()) {
      int before = next;
      while (next > 0 && window.includes(days.get(next - 1).day(), today)) {
        sums.add(days.get(--next));
      }
      if (window == Window.LIFE) {
        days.subList(later, days.size()).forEach(sums::add);
      }
      counts = before == next && window != Window.LIFE ? counts : sums.counts();
      windows.put(window, counts);
    }
    return new PurchaseView(sums.purchases(), windows);
  }

  private void add(PurchaseDay day) {
    net = sum(net, day.net());
    earned = sum(earned, day.earned());
    discount = sum(discount, day.discount());
    refunded = sum(refunded, day.refunded());
    loose = sum(loose, day.loose().amount());
    looseCount += day.loose().count();
    coupons += day.coupons();
    unknownLines += day.unknownLines();
    int count = day.orders().count();
    if (count > 0) {
      orders += count;
      weekdays[Math.floorMod(day.day() + FIRST_WEEKDAY, WEEKDAYS)] += count;
      day.orders().addHoursTo(hours);
      first = first == null || day.day() < first.day() ? day : first;
      last = last == null || day.day() > last.day() ? day : last;
    }
  }

  private PurchaseCounts counts() {
    return new PurchaseCounts(
        orders,
        money(net.subtract(loose)),
        money(refunded.add(loose)),
        orders == 0 ? null : money(quotient(net, BigDecimal.valueOf(orders))),
        discountShare(),
        orders == 0 ? List.of() : list(weekdays),
        orders == 0 ? List.of() : list(hours));
  }

  private Purchases purchases() {
    return new Purchases(
        orders,
        coupons,
        money(net.subtract(loose)),
        money(refunded.add(loose)),
        new Purchases.LooseRefunds(looseCount, money(loose)),
        unknownLines,
        first == null ? null : first.moment(first.orders().first()),
        last == null ? null : last.moment(last.orders().last()),
        list(hours),
        list(weekdays));
  }

  private BigDecimal discountShare() {
    BigDecimal before = earned.add(discount);
    if (before.signum() <= 0) {
      return null;
    }
    return Amounts.plain(quotient(discount, before).min(BigDecimal.ONE));
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }

  private static BigDecimal quotient(BigDecimal amount, BigDecimal by) {
    return amount.divide(by, DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Most of what is added is nothing. */
  private static BigDecimal sum(BigDecimal sum, BigDecimal amount) {
    return amount.signum() == 0 ? sum : sum.add(amount);
  }

  private static List<Long> list(long[] counts) {
    Long[] boxed = new Long[counts.length];
    Arrays.setAll(boxed, i -> counts[i]);
    return List.of(boxed);
  }
}
