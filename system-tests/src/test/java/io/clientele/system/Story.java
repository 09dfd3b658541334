package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What {@code story.mjs} tells of a customer, and the Java client just the same. */
final class Story {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Arrivals arrivals;
  private final Shop shop;

  Story(FrontDoor front) {
    arrivals = new Arrivals(front);
    shop = new Shop(front);
  }

  /** Waits for it; each call has come through once, with its values. */
  void arrivedOnce(String customer) {
    List<CustomerEvent> events = arrivals.of(customer, 5);

    assertThat(events)
        .extracting(CustomerEvent::payload)
        .satisfiesExactlyInAnyOrder(
            traits ->
                assertThat(traits).isEqualTo(new Payload.TraitsChanged(Map.of("plan", "gold"))),
            view -> assertThat(view).isEqualTo(new Payload.ProductViewed(mug(customer))),
            order ->
                assertThat(order)
                    .isInstanceOfSatisfying(
                        Payload.OrderCompleted.class, it -> isTheStorysOrder(it, customer)),
            page ->
                assertThat(page)
                    .isInstanceOfSatisfying(
                        Payload.PageViewed.class,
                        it -> assertThat(it.name()).isEqualTo("Checkout")),
            group ->
                assertThat(group)
                    .isInstanceOfSatisfying(
                        Payload.Custom.class,
                        it -> {
                          assertThat(it.name()).isEqualTo("group");
                          assertThat(it.properties()).containsEntry("groupId", "group-" + customer);
                        }));
    assertThat(events)
        .filteredOn(event -> event.payload() instanceof Payload.TraitsChanged)
        .extracting(event -> event.personal().get("email"))
        .containsExactly(customer + "@example.org");
    assertThat(events).noneMatch(CustomerEvent::isBot);
    awaitAlias("previous-" + customer, customer);
  }

  private static void isTheStorysOrder(Payload.OrderCompleted order, String customer) {
    assertThat(order.orderId()).isEqualTo("order-" + customer);
    assertThat(order.revenue()).isEqualTo(new Money(new BigDecimal("39.9"), "USD"));
    assertThat(order.products()).containsExactly(mug(customer));
  }

  private static Product mug(String customer) {
    return new Product(
        "mug-" + customer, "Mug", null, null, null, new BigDecimal("19.95"), new BigDecimal("2"));
  }

  private void awaitAlias(String previous, String customer) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(shop.profile(customer).body().at("/customerId").asText())
                    .isEqualTo(previous));
  }
}
