package io.clientele.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.Money;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody can read is kept with its reason, and everything behind it goes on. */
@OnPlatform
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private RunningPlatform platform;
  private Shop shop;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** A topic that services read, the key to poison, and what must still work behind it. */
  record Flow(String topic, UnaryOperator<String> key, Consumer<PoisonIT> goesOn) {
    @Override
    public String toString() {
      return topic;
    }
  }

  static Stream<Flow> flows() {
    UnaryOperator<String> customer = run -> "after-poison-" + run;
    return Stream.of(
        new Flow("received-events", customer, PoisonIT::anOrderShowsEverywhere),
        new Flow("customer-events", customer, PoisonIT::anOrderShowsEverywhere),
        new Flow("purchase-histories", customer, PoisonIT::anOrderShowsEverywhere),
        new Flow("identity-links", customer, PoisonIT::anAliasIsFollowed),
        new Flow("ingest-service-device-splits", customer, PoisonIT::anOrderShowsEverywhere),
        new Flow("customer-merges", run -> "late-" + run, PoisonIT::anAliasIsFollowed),
        new Flow("profile-service-part-moves", customer, PoisonIT::anAliasIsFollowed),
        new Flow("catalog-items", run -> "withdrawn-" + run, PoisonIT::aWithdrawalIsHeeded),
        new Flow("lifecycle-alerts", customer, PoisonIT::anAlertIsListed));
  }

  @BeforeEach
  void openTheShop(RunningPlatform running) {
    platform = running;
    shop = new Shop(running);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void poisonIsQuarantinedAndTheFlowGoesOn(Flow flow) {
    String poison = "{\"poison\":\"" + run + "\"";

    produce(flow.topic(), flow.key().apply(run), poison.getBytes(UTF_8));

    TopicReader topics = new TopicReader(platform.kafka());
    RejectedEvent rejected =
        await()
            .atMost(PATIENCE)
            .until(() -> topics.rejectionOf(poison), Optional::isPresent)
            .orElseThrow();
    assertThat(rejected.reason()).isEqualTo("malformed-record");
    assertThat(rejected.place()).startsWith(flow.topic() + "-");
    flow.goesOn().accept(this);
  }

  private void anOrderShowsEverywhere() {
    String customer = "after-poison-" + run;
    shop.postUntilTaken(List.of(Events.order(customer, "order-" + run, "3", Instant.now())));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(shop.profile(customer).body().at("/purchases/orders").asInt()).isOne();
              assertThat(shop.scores(customer).body().at("/rfm/because/orders").asInt()).isOne();
              assertThat(shop.lifecycle(customer).body().at("/state").asText()).isEqualTo("NEW");
              assertThat(shop.recommendations(customer).body().at("/items").findValuesAsText("id"))
                  .doesNotContain("item-of-order-" + run);
            });
  }

  private void anAliasIsFollowed() {
    String early = "early-" + run;
    String late = "late-" + run;
    shop.postUntilTaken(
        List.of(
            Events.order(early, "early-order-" + run, "1", Instant.now()),
            Events.order(late, "late-order-" + run, "2", Instant.now()),
            Map.of("type", "alias", "previousId", early, "userId", late, "messageId", "a-" + run)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode merged = shop.profile(late).body();
              assertThat(merged.at("/customerId").asText()).isEqualTo(early);
              assertThat(merged.at("/purchases/orders").asInt()).isEqualTo(2);
              assertThat(shop.scores(late).body().at("/customerId").asText()).isEqualTo(early);
              assertThat(shop.lifecycle(late).body().at("/customerId").asText()).isEqualTo(early);
              assertThat(shop.recommendations(late).body().at("/customerId").asText())
                  .isEqualTo(early);
            });
  }

  private void aWithdrawalIsHeeded() {
    String seen = "seen-" + run;
    String withdrawn = "withdrawn-" + run;
    shop.postUntilTaken(
        List.of(
            Events.view("v-" + run, seen, "s-" + run, "v1-" + run),
            Events.view("v-" + run, withdrawn, "s-" + run, "v2-" + run)));
    await().atMost(PATIENCE).until(() -> suggestedAfter(seen).contains(withdrawn));

    shop.post(
        Service.INGEST,
        "/v1/catalog/items",
        List.of(Map.of("itemId", withdrawn, "withdrawn", true)));

    await().atMost(PATIENCE).until(() -> !suggestedAfter(seen).contains(withdrawn));
  }

  private List<String> suggestedAfter(String item) {
    return shop.post(
            Service.RECOMMENDATION,
            "/v1/sessions/recommendations",
            Map.of("items", List.of(item), "limit", 5))
        .body()
        .at("/items")
        .findValuesAsText("id");
  }

  private void anAlertIsListed() {
    String customer = "after-poison-" + run;
    Instant now = Instant.now();
    LifecycleAlert alert =
        new LifecycleAlert(
            "alert-" + run,
            customer,
            "valuable-customer-at-risk",
            LifecycleAlert.Severity.LOW,
            now,
            now,
            "Has not bought for 42 days.",
            Money.zero("USD"),
            false);
    produce(
        Topics.LIFECYCLE_ALERTS.name(),
        customer,
        RecordFormat.of(LifecycleAlert.class).write(alert));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                shop.get(Service.LIFECYCLE, "/v1/alerts?limit=100")
                    .body()
                    .at("/alerts")
                    .findValuesAsText("alertId")
                    .contains("alert-" + run));
  }

  @Test
  void badEventOfABatchIsNamedAndTheRestTaken() {
    String customer = "batch-" + run;
    Map<String, Object> nameless =
        Map.of("type", "track", "event", "Product Viewed", "messageId", "bad-" + run);

    Shop.Answer answer =
        shop.post(List.of(nameless, Events.order(customer, "good-" + run, "2", Instant.now())));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/accepted").asInt()).isEqualTo(1);
    assertThat(answer.body().at("/rejected/0/index").asInt()).isZero();
    assertThat(answer.body().at("/rejected/0/messageId").asText()).isEqualTo("bad-" + run);
    assertThat(answer.body().at("/rejected/0/reason").asText()).isEqualTo("missing-id");
    assertThat(new TopicReader(platform.kafka()).rejectionOf("bad-" + run)).isPresent();
    await().atMost(PATIENCE).until(() -> shop.profile(customer).status() == 200);
  }

  @Test
  void nobodyHasSeenIsAProblemAndStillGetsRecommendations() {
    String nobody = "nobody-" + run;

    for (Service service : List.of(Service.PROFILE, Service.SCORING, Service.LIFECYCLE)) {
      String path =
          switch (service) {
            case SCORING -> "/scores";
            case LIFECYCLE -> "/lifecycle";
            default -> "";
          };
      Shop.Answer answer = shop.get(service, "/v1/customers/" + nobody + path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().at("/type").asText())
          .isEqualTo("urn:clientele:problem:unknown-customer");
    }
    assertThat(shop.recommendations(nobody).status()).isEqualTo(200);
  }

  private void produce(String topic, String key, byte[] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take the record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
