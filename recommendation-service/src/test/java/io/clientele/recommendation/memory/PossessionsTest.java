package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.recommendation.serve.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PossessionsTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();

  @Test
  void orderTakesItsLinesOutOfTheCart() {
    learn(Shop.added("ada", "s", minute(1), "tea"));
    learn(Shop.added("ada", "s", minute(2), "cup"));
    learn(Shop.ordered("ada", "s", minute(3), "1", "tea"));

    assertThat(cart("ada")).containsExactly("cup");
    assertThat(bought("ada")).containsExactly("tea");
  }

  @Test
  void whatIsPutInAgainAfterAnOrderIsInTheCart() {
    learn(Shop.added("ada", "s", minute(4), "tea"));
    learn(Shop.ordered("ada", "s", minute(3), "1", "tea"));
    learn(Shop.added("ada", "s", minute(1), "tea"));

    assertThat(cart("ada")).containsExactly("tea");
  }

  @Test
  void lateEventsEndInTheSameCart() {
    learn(Shop.removed("ada", "s", minute(2), "tea"));
    learn(Shop.added("ada", "s", minute(1), "tea"));
    learn(Shop.added("ada", "s", minute(1), "cup"));

    assertThat(cart("ada")).containsExactly("cup");
  }

  @Test
  void newestEventOfAnOrderReplacesTheOthers() {
    learn(Shop.ordered("ada", "s", minute(5), "1", "cup", "pot"));
    learn(Shop.ordered("ada", "s", minute(3), "1", "tea"));

    assertThat(bought("ada")).containsExactlyInAnyOrder("cup", "pot");
    assertThat(shop.orders()).isEqualTo(1);
    assertThat(shop.orders(shop.find("tea")).frequency()).isZero();
  }

  @Test
  void cancelledOrderIsNoPurchaseThoughItIsToldOfLate() {
    learn(Shop.added("ada", "s", minute(1), "tea"));
    learn(Shop.cancelled("ada", "s", minute(5), "1"));
    learn(Shop.ordered("ada", "s", minute(3), "1", "tea"));

    assertThat(bought("ada")).isEmpty();
    assertThat(cart("ada")).isEmpty();
    assertThat(shop.orders()).isZero();
  }

  @Test
  void whollyRefundedOrderIsNoPurchaseAndAPartlyRefundedOneIs() {
    learn(Shop.ordered("ada", "s", minute(1), "1", "tea"));
    learn(Shop.ordered("ada", "s", minute(1), "2", "cup"));
    refund("1", new Payload.OrderRefunded("1", null, List.of()));
    Payload part = new Payload.OrderRefunded("2", new Money(BigDecimal.ONE, "USD"), List.of());
    refund("2", part);

    assertThat(bought("ada")).containsExactly("cup");
  }

  @Test
  void oneCustomerKeepsTwoHundredOrdersOfAThousandLines() {
    String[] lines = new String[1_200];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "item-" + i;
    }
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      facts.add(Shop.ordered("till", "s", minute(i), "order-" + i, lines));
    }

    memory.learn(facts);

    assertThat(shop.orders()).isEqualTo(200);
    assertThat(bought("till")).hasSize(1_000);
  }

  private void learn(Fact fact) {
    memory.learn(List.of(fact));
  }

  private void refund(String order, Payload payload) {
    learn(Shop.happened("ada", "s", minute(9), "refund/" + order, payload));
  }

  private Set<String> bought(String customer) {
    return texts(shop.possessionsOf(shop.identity(customer).keys()).bought());
  }

  private Set<String> cart(String customer) {
    return texts(shop.possessionsOf(shop.identity(customer).keys()).inCart());
  }

  private Set<String> texts(Set<Integer> items) {
    return items.stream().map(shop::text).collect(Collectors.toSet());
  }

  private static Duration minute(int minute) {
    return Duration.ofMinutes(minute);
  }
}
