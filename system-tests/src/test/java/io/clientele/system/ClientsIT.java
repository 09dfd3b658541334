package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trackers as their makers ship them: every call arrives once, with its values. */
@ExtendWith({FrontDoor.Resolver.class, NodeTools.Resolver.class})
class ClientsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private FrontDoor front;
  private Shop shop;

  @BeforeEach
  void openTheShop(FrontDoor door) {
    front = door;
    shop = new Shop(door);
  }

  @ParameterizedTest
  @ValueSource(strings = {"segment", "rudderstack"})
  void nodeClientsCallsArriveOnce(String client, NodeTools node) throws IOException {
    String customer = client + "-" + run;

    node.run(client + ".mjs", front.url(Service.INGEST), front.writeKey(), customer);

    assertThatTheStoryArrived(customer);
  }

  @Test
  void segmentsJavaClientsCallsArriveOnce() {
    String customer = "java-" + run;
    Map<String, Object> mug =
        Map.of("product_id", "mug-" + customer, "name", "Mug", "price", 19.95, "quantity", 2);
    Analytics tracker =
        Analytics.builder(front.writeKey()).endpoint(front.url(Service.INGEST)).build();

    List<MessageBuilder<?, ?>> calls =
        List.of(
            IdentifyMessage.builder()
                .traits(Map.of("plan", "gold", "email", customer + "@example.org")),
            TrackMessage.builder("Product Viewed").properties(mug),
            TrackMessage.builder("Order Completed")
                .properties(
                    Map.of(
                        "order_id",
                        "order-" + customer,
                        "revenue",
                        39.9,
                        "currency",
                        "USD",
                        "products",
                        List.of(mug))),
            ScreenMessage.builder("Checkout"),
            GroupMessage.builder("group-" + customer).traits(Map.of("seats", 3)),
            AliasMessage.builder("previous-" + customer));
    calls.forEach(call -> tracker.enqueue(call.userId(customer)));
    tracker.flush();

    assertThatTheStoryArrived(customer);
    tracker.shutdown();
  }

  /** What {@code story.mjs} tells, and the Java client just the same. */
  private void assertThatTheStoryArrived(String customer) {
    List<CustomerEvent> events = new Arrivals(front).of(customer, 5);

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
