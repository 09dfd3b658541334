package io.clientele.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Payload;
import io.clientele.contract.profile.Purchases;
import io.clientele.profile.Events;
import io.clientele.profile.fold.BoughtLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OrderTest {

  @Test
  void secondReportOfAnOrderReplacesTheFirst() {
    Purchases purchases = purchases(Events.order("o-1", "10"), Events.order("o-1", "12.50"));

    assertThat(purchases.orders()).isEqualTo(1);
    assertThat(purchases.netRevenue()).isEqualTo(Events.money("12.50"));
  }

  @Test
  void partlyRefundedOrderCountsWithWhatIsLeft() {
    Purchases purchases = purchases(Events.refund("o-1", "2.50"), Events.order("o-1", "10"));

    assertThat(purchases.orders()).isEqualTo(1);
    assertThat(purchases.netRevenue()).isEqualTo(Events.money("7.50"));
    assertThat(purchases.refunded()).isEqualTo(Events.money("2.50"));
  }

  @Test
  void whollyRefundedOrderIsNone() {
    Purchases withoutAmount = purchases(Events.refund("o-1", null), Events.order("o-1", "10"));
    Purchases inPieces =
        purchases(Events.order("o-1", "10"), Events.refund("o-1", "4"), Events.refund("o-1", "6"));

    assertThat(List.of(withoutAmount, inPieces))
        .allSatisfy(
            purchases -> {
              assertThat(purchases.orders()).isZero();
              assertThat(purchases.firstOrderAt()).isNull();
              assertThat(purchases.netRevenue()).isEqualTo(Events.money("0"));
              assertThat(purchases.refunded()).isEqualTo(Events.money("10"));
            });
  }

  @Test
  void refundThatIncludesShippingTakesOffNoMoreThanTheOrderEarned() {
    Purchases purchases = purchases(Events.order("o-1", "10"), Events.refund("o-1", "14.90"));

    assertThat(purchases.netRevenue()).isEqualTo(Events.money("0"));
  }

  @Test
  void cancelledOrderIsNoneWhicheverCameFirst() {
    Purchases purchases = purchases(Events.cancellation("o-1"), Events.order("o-1", "10"));

    assertThat(purchases.orders()).isZero();
    assertThat(purchases.netRevenue()).isEqualTo(Events.money("0"));
  }

  @Test
  void orderOfNothingCounts() {
    assertThat(purchases(Events.order("o-1", "0")).orders()).isEqualTo(1);
  }

  @Test
  void refundOfAnOrderThatHasNotArrivedIsTakenOffUntilItDoes() {
    Purchases waiting = purchases(Events.refund("o-1", "4"));
    Purchases arrived = purchases(Events.refund("o-1", "4"), Events.order("o-1", "10"));

    assertThat(waiting.netRevenue()).isEqualTo(Events.money("-4"));
    assertThat(waiting.refundsWithoutOrder())
        .isEqualTo(new Purchases.LooseRefunds(1, Events.money("4")));
    assertThat(arrived.netRevenue()).isEqualTo(Events.money("6"));
    assertThat(arrived.refundsWithoutOrder())
        .isEqualTo(new Purchases.LooseRefunds(0, Events.money("0")));
  }

  @Test
  void linesThatCameBackTakeOffTheirOwnPriceElseTheOrders() {
    Payload order =
        Shop.order("o-1", "35", Shop.line("mug", "10", "3"), Shop.line("bowl", "5", "1"));

    Purchases purchases =
        purchases(
            Shop.returned("o-1", Shop.line("mug", "8", "1")),
            order,
            Shop.returned("o-1", Shop.line("mug", null, "1"), Shop.line("bowl", null, null)));

    assertThat(purchases.refunded()).isEqualTo(Events.money("23"));
    assertThat(purchases.orders()).isEqualTo(1);
  }

  @Test
  void moreUnitsThanWereBoughtCannotComeBack() {
    Purchases purchases =
        purchases(
            Shop.order("o-1", "100", Shop.line("mug", "10", "2"), Shop.line("vase", "80", "1")),
            Shop.returned("o-1", Shop.line("mug", null, "2")),
            Shop.returned("o-1", Shop.line("mug", null, "2")));

    assertThat(purchases.refunded()).isEqualTo(Events.money("20"));
  }

  @Test
  void lineOfAProductThatTheOrderDoesNotHaveTakesNothingOffAndIsFlagged() {
    Purchases purchases =
        purchases(
            Shop.order("o-1", "10", Shop.line("mug", "10", "1")),
            Shop.returned("o-1", Shop.line("bowl", "5", "1")));

    assertThat(purchases.refunded()).isEqualTo(Events.money("0"));
    assertThat(purchases.unknownRefundLines()).isEqualTo(1);
  }

  @Test
  void lineOfAnOrderThatListsNothingTakesOffWhatItSays() {
    Purchases purchases =
        purchases(Shop.order("o-1", "10"), Shop.returned("o-1", Shop.line("mug", "4", "2")));

    assertThat(purchases.refunded()).isEqualTo(Events.money("8"));
    assertThat(purchases.unknownRefundLines()).isZero();
  }

  @Test
  void orderOfWhichEveryUnitCameBackIsNoneEvenWithoutPrices() {
    Purchases purchases =
        purchases(
            Shop.returned("o-1", Shop.line("bowl", null, "1")),
            Shop.order("o-1", "30", Shop.line("mug", null, "2"), Shop.line("bowl", null, "1")),
            Shop.returned("o-1", Shop.line("mug", null, "2")));

    assertThat(purchases.orders()).isZero();
    assertThat(purchases.refunded()).isEqualTo(Events.money("30"));
  }

  @Test
  void linesOfRefundsCountAsTheySayUntilTheOrderArrives() {
    Purchases waiting =
        purchases(
            Shop.returned("o-1", Shop.line("mug", "4", "2")),
            Shop.returned("o-1", Shop.line("mug", null, "1")));

    assertThat(waiting.refundsWithoutOrder())
        .isEqualTo(new Purchases.LooseRefunds(2, Events.money("8")));
  }

  @Test
  void linesBeyondTwoHundredAreKeptAsASumOnly() {
    Payload order = Shop.order("o-1", "1000", Shop.lines(0, 300, "2"));

    Order told =
        Shop.told(
            order,
            Shop.returned("o-1", Shop.lines(0, 300, "2")),
            Shop.returned("o-1", Shop.lines(250, 1, null)));

    assertThat(told.lines()).hasSize(200);
    assertThat(told.refunds().lines()).hasSize(200);
    assertThat(view(told).refunded()).isEqualTo(Events.money("600"));
  }

  @Test
  void linesTellOfInterestsAlsoAfterTheOrderWentBack() {
    Order told =
        Shop.told(
            Shop.order("o-1", "10", Shop.line("bowl", "10", "1")),
            Shop.order("o-1", "30", Shop.line("mug", "15", "2")),
            Events.cancellation("o-1"));

    assertThat(told.lines())
        .containsExactly(
            new BoughtLine(
                Shop.event(1, Events.order("o-1", "30")).occurredAt(),
                "kitchen",
                "Potter",
                new BigDecimal("15")));
  }

  @Test
  void refundThatNamesNoOrderHasAnEntryThatNoOrderCanHave() {
    assertThat(OrderEntry.idOf(Shop.event(7, Events.refund(null, "3")))).contains("refund:e-7");
    assertThat(OrderEntry.idOf(Shop.event(8, Events.order("refund:e-7", "3"))))
        .contains("order:refund:e-7");
    assertThat(OrderEntry.idOf(Shop.event(9, Events.view("kitchen")))).isEmpty();
  }

  @Test
  void orderToldByTwoIdsOfACustomerIsOne() {
    OrderEntry entry =
        OrderEntry.NONE
            .add("ada", Shop.event(0, Events.order("o-1", "10")))
            .add("phone", Shop.event(1, Events.order("o-1", "12")));

    assertThat(view(entry.merged()).netRevenue()).isEqualTo(Events.money("12"));
    assertThat(view(entry.without(Set.of("phone")).merged()).netRevenue())
        .isEqualTo(Events.money("10"));
    assertThat(entry.without(Set.of("phone")).without(Set.of("ada")).untold()).isTrue();
  }

  private static Purchases purchases(Payload... payloads) {
    return view(Shop.told(payloads));
  }

  private static Purchases view(Order order) {
    return PurchaseLedger.ZERO.change(null, order).at(Events.NOON, Events.CURRENCY).purchases();
  }
}
