package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two customers who were taken for one, and whom every service gives back their own. */
@OnPlatform
class SplitIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String ada = "ada-" + run;
  private final String bob = "bob-" + run;
  private final Shop shop;

  SplitIT(RunningPlatform platform) {
    shop = new Shop(platform);
  }

  @Test
  void splitGivesBothCustomersTheirOwnEverywhere() {
    shop.postUntilTaken(
        List.of(order(ada, "a1", "10"), order(ada, "a2", "5.5"), order(bob, "b1", "7")));
    everywhere(ada, ada, 2, "15.5");
    everywhere(bob, bob, 1, "7");

    assertThat(
            shop.post(Service.INGEST, "/v1/merge", Map.of("previousId", ada, "userId", bob))
                .status())
        .isEqualTo(200);
    everywhere(ada, ada, 3, "22.5");
    everywhere(bob, ada, 3, "22.5");

    Shop.Answer split = split(ada, Map.of("identity", bob));

    assertThat(split.status()).isEqualTo(202);
    assertThat(split.body().at("/customerId").asText()).isEqualTo(ada);
    assertThat(split.body().at("/identity").asText()).isEqualTo(bob);
    assertThat(split.body().at("/links").findValuesAsText("with")).containsExactly(ada);
    everywhere(ada, ada, 2, "15.5");
    everywhere(bob, bob, 1, "7");
    assertRefused(split(bob, Map.of()), 409, "not-merged");
  }

  @Test
  void splitThatMakesNoSenseIsRefused() {
    shop.postUntilTaken(List.of(order(ada, "a1", "10")));
    everywhere(ada, ada, 1, "10");

    assertRefused(split(ada, Map.of()), 409, "not-merged");
    assertRefused(split(ada, Map.of("identity", bob)), 409, "not-merged");
    assertRefused(split("nobody-" + run, Map.of()), 404, "unknown-customer");
    assertRefused(split(ada, List.of(bob)), 400, "malformed-json");
    assertRefused(split(ada, Map.of("identity", 5)), 400, "invalid-fields");
    assertRefused(split(ada, Map.of("identity", "b".repeat(70_000))), 413, "body-too-large");
  }

  private Shop.Answer split(String id, Object body) {
    return shop.post(Service.PROFILE, "/v1/customers/" + id + "/split", body);
  }

  private static void assertRefused(Shop.Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().at("/type").asText()).isEqualTo("urn:clientele:problem:" + code);
  }

  /** Each service's answer for this id is the customer's, with as many orders. */
  private void everywhere(String id, String customer, int orders, String revenue) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode profile = shop.profile(id).body();
              assertThat(profile.at("/customerId").asText()).isEqualTo(customer);
              assertThat(profile.at("/purchases/orders").asInt()).isEqualTo(orders);
              assertThat(profile.at("/purchases/netRevenue/amount").decimalValue())
                  .isEqualByComparingTo(revenue);
              JsonNode scores = shop.scores(id).body();
              assertThat(scores.at("/customerId").asText()).isEqualTo(customer);
              assertThat(scores.at("/rfm/because/orders").asInt()).isEqualTo(orders);
              assertThat(shop.lifecycle(id).body().at("/customerId").asText()).isEqualTo(customer);
              assertThat(shop.recommendations(id).body().at("/customerId").asText())
                  .isEqualTo(customer);
            });
  }

  private Map<String, Object> order(String customer, String order, String price) {
    return Events.order(customer, order + "-" + run, price, Instant.now());
  }
}
