package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import io.clientele.local.platform.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One shopper, from a first anonymous look to being missed, told through a real tracker. */
@OnPlatform
class OneShoppersStoryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String device = "device-" + run;
  private final String ada = "ada-" + run;
  private final String mug = "mug-" + run;
  private final String teapot = "teapot-" + run;

  private Shop shop;
  private Analytics tracker;

  @BeforeEach
  void openTheShop(RunningPlatform platform) {
    shop = new Shop(platform);
    tracker =
        Analytics.builder(platform.writeKey())
            .endpoint(platform.url(Service.INGEST))
            .flushInterval(1, TimeUnit.SECONDS)
            .build();
  }

  @AfterEach
  void closeTheTracker() {
    tracker.shutdown();
  }

  @Test
  void shopperIsSeenKnownScoredMissedAndRecommendedTo() {
    Instant visit = Instant.now().minus(timeUntilAtRisk()).minus(Duration.ofHours(2));

    someoneLooksAtMugAndTeapotInOneSession(visit);
    anonymousShopperLooksAtTheMug(visit);
    theShopperHasAProfileBeforeAnyoneKnowsTheName();

    theShopperLogsIn(visit.plusSeconds(60));
    whatTheDeviceDidBelongsToAda();

    adaBuysTheMug(visit.plusSeconds(120));
    theOrderShowsInProfileAndScores();

    adaIsMissedAndAnAlertSaysSo();
    adaIsRecommendedTheTeapot();
  }

  /** How long after a single order a customer is called at risk, as the platform says itself. */
  private Duration timeUntilAtRisk() {
    String probe = "probe-" + run;
    shop.postUntilTaken(List.of(Events.order(probe, "probe-order-" + run, "1", Instant.now())));
    JsonNode lifecycle =
        await().atMost(PATIENCE).until(() -> shop.lifecycle(probe), a -> a.status() == 200).body();
    assertThat(lifecycle.at("/state").asText()).isEqualTo("NEW");
    assertThat(lifecycle.at("/next/state").asText()).isEqualTo("AT_RISK");
    return Duration.between(
        Instant.parse(lifecycle.at("/since").asText()),
        Instant.parse(lifecycle.at("/next/at").asText()));
  }

  private void someoneLooksAtMugAndTeapotInOneSession(Instant at) {
    String other = "grace-" + run;
    track("Product Viewed", other, at, Map.of("product_id", mug));
    track("Product Viewed", other, at.plusSeconds(10), Map.of("product_id", teapot));
  }

  private void anonymousShopperLooksAtTheMug(Instant at) {
    tracker.enqueue(
        TrackMessage.builder("Product Viewed")
            .anonymousId(device)
            .timestamp(Date.from(at))
            .properties(Map.of("product_id", mug, "category", "kitchen")));
    tracker.flush();
  }

  private void theShopperHasAProfileBeforeAnyoneKnowsTheName() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Shop.Answer profile = shop.profile(device);
              assertThat(profile.status()).isEqualTo(200);
              assertThat(profile.body().at("/counts/browse").asInt()).isEqualTo(1);
              assertThat(profile.body().at("/preferences/categories/0/name").asText())
                  .isEqualTo("kitchen");
            });
  }

  private void theShopperLogsIn(Instant at) {
    tracker.enqueue(
        IdentifyMessage.builder()
            .userId(ada)
            .anonymousId(device)
            .timestamp(Date.from(at))
            .traits(Map.of("plan", "gold", "email", ada + "@example.org")));
    tracker.flush();
  }

  /** What does not change from one question to the next. */
  private static JsonNode lasting(JsonNode profile) {
    return ((ObjectNode) profile).without(List.of("asOf", "preferences"));
  }

  private void whatTheDeviceDidBelongsToAda() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode byDevice = shop.profile(device).body();
              assertThat(byDevice.at("/customerId").asText()).isEqualTo(ada);
              assertThat(byDevice.at("/counts/browse").asInt()).isEqualTo(1);
              assertThat(byDevice.at("/traits/plan/value").asText()).isEqualTo("gold");
              assertThat(lasting(byDevice)).isEqualTo(lasting(shop.profile(ada).body()));
            });
  }

  private void adaBuysTheMug(Instant at) {
    track(
        "Order Completed",
        ada,
        at,
        Map.of(
            "order_id",
            "order-" + run,
            "revenue",
            new BigDecimal("1234.565"),
            "products",
            List.of(Map.of("product_id", mug, "quantity", 1))));
  }

  private void theOrderShowsInProfileAndScores() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode purchases = shop.profile(device).body().at("/purchases");
              assertThat(purchases.at("/orders").asInt()).isEqualTo(1);
              assertThat(purchases.at("/netRevenue/amount").decimalValue())
                  .isEqualByComparingTo("1234.565");
              JsonNode scores = shop.scores(device).body();
              assertThat(scores.at("/customerId").asText()).isEqualTo(ada);
              assertThat(scores.at("/rfm/recency").asInt()).isBetween(1, 5);
              assertThat(scores.at("/rfm/frequency").asInt()).isBetween(1, 5);
              assertThat(scores.at("/rfm/monetary").asInt()).isBetween(1, 5);
              assertThat(scores.at("/rfm/group").asText()).isNotBlank();
            });
  }

  private void adaIsMissedAndAnAlertSaysSo() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(shop.lifecycle(device).body().at("/state").asText()).isEqualTo("AT_RISK");
              JsonNode alerts = shop.get(Service.LIFECYCLE, "/v1/alerts?limit=100").body();
              assertThat(StreamSupport.stream(alerts.at("/alerts").spliterator(), false))
                  .anySatisfy(
                      alert -> {
                        assertThat(alert.at("/customerId").asText()).isEqualTo(ada);
                        assertThat(alert.at("/kind").asText())
                            .isEqualTo("valuable-customer-at-risk");
                      });
            });
  }

  private void adaIsRecommendedTheTeapot() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode answer = shop.recommendations(device).body();
              JsonNode first = answer.at("/items/0");
              assertThat(first.at("/id").asText()).isEqualTo(teapot);
              assertThat(first.at("/reason/kind").asText()).isEqualTo("session");
              assertThat(first.at("/reason/item").asText()).isEqualTo(mug);
              assertThat(answer.at("/items").findValuesAsText("id")).doesNotContain(mug);
            });
  }

  private void track(String event, String userId, Instant at, Map<String, Object> properties) {
    tracker.enqueue(
        TrackMessage.builder(event).userId(userId).timestamp(Date.from(at)).properties(properties));
    tracker.flush();
  }
}
