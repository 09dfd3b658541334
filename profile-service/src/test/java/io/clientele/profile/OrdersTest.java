package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Payload;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrdersTest {

  @Test
  void secondReportOfAnOrderReplacesTheFirst() {
    Orders orders = fold(Events.order("o-1", "10"), Events.order("o-1", "12.50"));

    assertThat(orders.counting()).hasSize(1);
    assertThat(orders.netRevenue()).isEqualByComparingTo("12.50");
  }

  @Test
  void partlyRefundedOrderCountsWithWhatIsLeft() {
    Orders orders = fold(Events.refund("o-1", "2.50"), Events.order("o-1", "10"));

    assertThat(orders.counting()).hasSize(1);
    assertThat(orders.netRevenue()).isEqualByComparingTo("7.50");
    assertThat(orders.refunded()).isEqualByComparingTo("2.50");
  }

  @Test
  void whollyRefundedOrderIsNone() {
    Orders withoutAmount = fold(Events.refund("o-1", null), Events.order("o-1", "10"));
    Orders inPieces =
        fold(Events.order("o-1", "10"), Events.refund("o-1", "4"), Events.refund("o-1", "6"));

    assertThat(List.of(withoutAmount, inPieces))
        .allSatisfy(
            orders -> {
              assertThat(orders.counting()).isEmpty();
              assertThat(orders.netRevenue()).isEqualByComparingTo("0");
              assertThat(orders.refunded()).isEqualByComparingTo("10");
            });
  }

  @Test
  void refundThatIncludesShippingTakesOffNoMoreThanTheOrderEarned() {
    Orders orders = fold(Events.order("o-1", "10"), Events.refund("o-1", "14.90"));

    assertThat(orders.netRevenue()).isEqualByComparingTo("0");
  }

  @Test
  void cancelledOrderIsNoneWhicheverCameFirst() {
    Orders orders = fold(Events.cancellation("o-1"), Events.order("o-1", "10"));

    assertThat(orders.counting()).isEmpty();
    assertThat(orders.netRevenue()).isEqualByComparingTo("0");
  }

  @Test
  void orderOfNothingCounts() {
    Orders orders = fold(Events.order("o-1", "0"));

    assertThat(orders.counting()).hasSize(1);
  }

  @Test
  void refundWithoutOrderIsTakenOffTheWhole() {
    Orders orders = fold(Events.order("o-1", "10"), Events.refund(null, "15.300"));

    assertThat(orders.counting()).hasSize(1);
    assertThat(orders.netRevenue()).isEqualByComparingTo("-5.3");
  }

  @Test
  void refundOfAnOrderThatHasNotArrivedIsTakenOffUntilItDoes() {
    Orders waiting = fold(Events.refund("o-1", "4"));

    assertThat(waiting.netRevenue()).isEqualByComparingTo("-4");
    assertThat(waiting.counting()).isEmpty();
  }

  @Test
  void daysAddUpToTheNetRevenue() {
    Orders orders =
        fold(
            Events.order("o-1", "10"),
            Events.order("o-2", "5"),
            Events.refund("o-2", "1"),
            Events.refund("o-9", "2"),
            Events.refund(null, "3"));

    List<PurchaseHistory.Day> days = PurchaseDays.of(orders);

    assertThat(days)
        .containsExactly(
            new PurchaseHistory.Day(
                Events.NOON, Events.NOON.plus(Duration.ofHours(1)), 2, new BigDecimal("9")));
    assertThat(orders.netRevenue()).isEqualByComparingTo("9");
  }

  /** Folds payloads that are an hour apart, from noon on. */
  private static Orders fold(Payload... payloads) {
    Orders orders = Orders.ZERO;
    for (int i = 0; i < payloads.length; i++) {
      orders =
          orders.add(
              Events.event("ada", "e-" + i, Events.NOON.plus(Duration.ofHours(i)), payloads[i]));
    }
    return orders;
  }
}
