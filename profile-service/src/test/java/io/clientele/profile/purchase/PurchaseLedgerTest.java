package io.clientele.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Window;
import io.clientele.profile.Events;
import io.clientele.profile.fold.StateFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PurchaseLedgerTest {

  private static final StateFormat<PurchaseLedger> FORMAT = StateFormat.of(PurchaseLedger.class);

  @Test
  void daysOfAHistoryAddUpToTheNetRevenue() {
    PurchaseLedger ledger =
        PurchaseLedger.ZERO
            .change(null, order("o-1", 0, "10"))
            .change(null, order("o-2", 1, "5").add(Shop.event(2, Events.refund("o-2", "1"))))
            .change(null, Order.UNKNOWN.add(Shop.event(3, Events.refund("o-9", "2"))))
            .change(null, Order.UNKNOWN.add(Shop.event(36, Events.refund(null, "3"))));

    assertThat(ledger.history())
        .containsExactly(
            new PurchaseHistory.Day(at(0), at(1), 2, new BigDecimal("12")),
            new PurchaseHistory.Day(at(36), at(36), 0, new BigDecimal("-3")));
  }

  @Test
  void averageOrderIsOverTheOrdersThatCountAndRefundsWithoutOrderAreNoPartOfIt() {
    PurchaseCounts counts =
        PurchaseLedger.ZERO
            .change(null, order("o-1", 0, "10"))
            .change(null, order("o-2", 1, "5"))
            .change(null, order("o-3", 1, "5").add(Shop.event(2, Events.cancellation("o-3"))))
            .change(null, Order.UNKNOWN.add(Shop.event(3, Events.refund(null, "2"))))
            .at(at(3), Events.CURRENCY)
            .windows()
            .get(Window.DAY);

    assertThat(counts.averageOrderValue()).isEqualTo(Events.money("7.5"));
    assertThat(counts.revenue()).isEqualTo(Events.money("13"));
    assertThat(counts.refunds()).isEqualTo(Events.money("2"));
  }

  @Test
  void firstOrderIsTheNextOneWhereTheFirstWentBack() {
    Order first = order("o-1", 0, "10");
    PurchaseLedger ledger =
        PurchaseLedger.ZERO.change(null, first).change(null, order("o-2", 2, "5"));

    PurchaseLedger changed =
        ledger.change(first, first.add(Shop.event(5, Events.cancellation("o-1"))));

    assertThat(changed.at(at(5), Events.CURRENCY).purchases().firstOrderAt()).isEqualTo(at(2));
    assertThat(changed.change(order("o-2", 2, "5"), null)).isEqualTo(PurchaseLedger.ZERO);
  }

  @Test
  void ordersOfLaterDaysCountForLifeOnly() {
    PurchaseView view =
        PurchaseLedger.ZERO.change(null, order("o-1", 24, "10")).at(at(0), Events.CURRENCY);

    assertThat(view.windows().get(Window.YEAR).orders()).isZero();
    assertThat(view.windows().get(Window.LIFE).orders()).isEqualTo(1);
  }

  @Test
  void customerWhoBuysEveryDayForTwentyYearsTakesNoMoreThanItsBound() {
    PurchaseLedger ledger = PurchaseLedger.ZERO;
    for (int day = 0; day < 20 * 365; day++) {
      ledger = ledger.change(null, order("o-" + day, 24 * day, "29.95"));
    }
    PurchaseLedger undone = ledger.change(order("o-7", 24 * 7, "29.95"), null);

    assertThat(FORMAT.write(ledger)).hasSizeLessThan(40_000);
    assertThat(ledger.history()).hasSize(3_000);
    assertSums(ledger, 20 * 365);
    assertSums(FORMAT.read(FORMAT.write(undone)), 20 * 365 - 1);
  }

  @Test
  void typicalCustomerTakesNoMoreThanTwoHundredAndFiftyBytes() {
    PurchaseLedger ledger = PurchaseLedger.ZERO;
    for (int day = 0; day < 5; day++) {
      ledger = ledger.change(null, order("o-" + day, 7 * day, "29.95"));
    }

    assertThat(FORMAT.write(ledger)).hasSizeLessThan(100);
  }

  @Test
  void thousandsOfOrdersADayTakeNoMoreThanTheirBound() {
    PurchaseLedger ledger = PurchaseLedger.ZERO;
    for (int order = 0; order < 20_000; order++) {
      CustomerEvent event =
          Events.event(
              "bot",
              "e-" + order,
              Events.NOON.plus(Duration.ofMinutes(7L * order)),
              Events.order("o-" + order, "0.01"));
      ledger = ledger.change(null, Order.UNKNOWN.add(event));
    }

    assertThat(FORMAT.write(ledger)).hasSizeLessThan(100 * 98);
    assertThat(ledger.at(at(0), Events.CURRENCY).purchases().orders()).isEqualTo(20_000);
  }

  private static void assertSums(PurchaseLedger ledger, long orders) {
    Purchases purchases = ledger.at(at(0), Events.CURRENCY).purchases();
    BigDecimal revenue = new BigDecimal("29.95").multiply(BigDecimal.valueOf(orders));
    assertThat(purchases.orders()).isEqualTo(orders);
    assertThat(purchases.netRevenue().amount()).isEqualByComparingTo(revenue);
    assertThat(purchases.hours().get(12)).isEqualTo(orders);
    assertThat(purchases.weekdays().stream().mapToLong(Long::longValue).sum()).isEqualTo(orders);
    BigDecimal shown =
        ledger.history().stream()
            .map(PurchaseHistory.Day::revenue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(shown).isEqualByComparingTo(revenue);
  }

  private static Order order(String id, int hour, String revenue) {
    CustomerEvent event = Events.event("ada", "e-" + id, at(hour), Events.order(id, revenue));
    return Order.UNKNOWN.add(event);
  }

  private static Instant at(int hour) {
    return Events.NOON.plus(Duration.ofHours(hour));
  }
}
