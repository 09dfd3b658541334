package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is lost and nothing counted twice: over retries, and over a crash of any service. */
@OnPlatform
class NothingTwiceIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CUSTOMERS = 5;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final RunningPlatform platform;
  private final Shop shop;

  NothingTwiceIT(RunningPlatform platform) {
    this.platform = platform;
    shop = new Shop(platform);
  }

  @Test
  void retryOfABatchChangesNothing() {
    String customer = "retrier-" + run;
    List<Map<String, Object>> batch =
        List.of(
            Events.order(customer, "a-" + run, "10.5", Instant.now()),
            Events.order(customer, "b-" + run, "4.25", Instant.now()));
    shop.postUntilTaken(batch);
    awaitOrders(customer, 2, "14.75");
    JsonNode before = shop.profile(customer).body();

    assertThat(shop.post(batch).status()).isEqualTo(200);

    // An order after the retry has passed everything that the retry had to pass.
    shop.postUntilTaken(List.of(Events.order(customer, "c-" + run, "1", Instant.now())));
    awaitOrders(customer, 3, "15.75");
    assertThat(shop.profile(customer).body().at("/counts/purchase").asInt())
        .isEqualTo(before.at("/counts/purchase").asInt() + 1);
    assertThat(new TopicReader(platform.kafka()).customerEventsOf(customer)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void crashOfAServiceLosesAndDoublesNothing(Service service)
      throws IOException, InterruptedException {
    String first = customer(service.label(), 0);
    Load load = new Load(shop, CUSTOMERS, number -> customer(service.label(), number));
    awaitSomeOrdersIn(first);

    platform.kill(service);
    platform.restart(service);
    int orders = load.stop();

    for (int customer = 0; customer < CUSTOMERS; customer++) {
      awaitOrders(customer(service.label(), customer), orders, Integer.toString(orders));
    }
    TopicReader topics = new TopicReader(platform.kafka());
    assertThat(topics.customerEventsOf(first)).hasSize(orders).doesNotHaveDuplicates();
    awaitOrdersEverywhere(first, orders);
    assertThat(topics.transitionsOf(first))
        .filteredOn(told -> told.to() == LifecycleState.NEW)
        .hasSize(1)
        .noneMatch(LifecycleTransition::correction);
  }

  /** So that the crash meets a service in the middle of its work. */
  private void awaitSomeOrdersIn(String customer) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                shop.scores(customer).body().at("/rfm/because/orders").asInt() > 5
                    && shop.lifecycle(customer).status() == 200);
  }

  private String customer(String label, int number) {
    return "crash-" + label + "-" + number + "-" + run;
  }

  private void awaitOrders(String customer, int orders, String revenue) {
    await()
        .atMost(PATIENCE)
        .ignoreException(Shop.Unreachable.class)
        .untilAsserted(
            () -> {
              JsonNode purchases = shop.profile(customer).body().at("/purchases");
              assertThat(purchases.at("/orders").asInt()).isEqualTo(orders);
              assertThat(purchases.at("/netRevenue/amount").decimalValue())
                  .isEqualByComparingTo(revenue);
            });
  }

  private void awaitOrdersEverywhere(String customer, int orders) {
    await()
        .atMost(PATIENCE)
        .ignoreException(Shop.Unreachable.class)
        .untilAsserted(
            () -> {
              assertThat(shop.scores(customer).body().at("/rfm/because/orders").asInt())
                  .isEqualTo(orders);
              assertThat(shop.lifecycle(customer).body().at("/state").asText())
                  .isIn("NEW", "ACTIVE"); // over midnight there are two purchase days
              JsonNode suggested = shop.recommendations(customer).body().at("/items");
              assertThat(suggested).isNotEmpty();
              assertThat(suggested.findValuesAsText("id"))
                  .noneMatch(item -> item.startsWith("item-of-" + customer));
            });
  }
}
