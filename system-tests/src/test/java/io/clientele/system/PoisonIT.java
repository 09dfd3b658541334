package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody can read is kept with its reason, and everything behind it goes on. */
@ExtendWith(RunningPlatform.Resolver.class)
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  static Stream<Topic> topicsThatServicesRead() {
    return Stream.of(
        Topics.RECEIVED_EVENTS,
        Topics.CUSTOMER_EVENTS,
        Topics.IDENTITY_LINKS,
        Topics.CUSTOMER_MERGES,
        Topics.CATALOG_ITEMS,
        Topics.PURCHASE_HISTORIES,
        Topics.LIFECYCLE_ALERTS);
  }

  @ParameterizedTest
  @MethodSource("topicsThatServicesRead")
  void poisonIsQuarantinedAndTheFlowGoesOn(Topic topic, RunningPlatform platform)
      throws ExecutionException, InterruptedException {
    Shop shop = new Shop(platform);
    String customer = "after-poison-" + run;
    String poison = "{\"poison\":\"" + run + "\"";

    produce(platform.kafka(), topic, customer, poison);

    TopicReader topics = new TopicReader(platform.kafka());
    RejectedEvent rejected =
        await()
            .atMost(PATIENCE)
            .until(() -> topics.rejectionOf(poison), java.util.Optional::isPresent)
            .orElseThrow();
    assertThat(rejected.reason()).isEqualTo("malformed-record");
    assertThat(rejected.place()).startsWith(topic.name() + "-");
    shop.postUntilTaken(List.of(Events.order(customer, "order-" + run, "3", Instant.now())));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(shop.profile(customer).status()).isEqualTo(200);
              assertThat(shop.scores(customer).body().at("/rfm/frequency").asInt()).isPositive();
              assertThat(shop.lifecycle(customer).body().at("/state").asText()).isEqualTo("NEW");
              assertThat(shop.recommendations(customer).status()).isEqualTo(200);
            });
  }

  @Test
  void badEventOfABatchIsNamedAndTheRestTaken(RunningPlatform platform) {
    Shop shop = new Shop(platform);
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
  void nobodyHasSeenIsAProblemAndStillGetsRecommendations(RunningPlatform platform) {
    Shop shop = new Shop(platform);
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

  private static void produce(String kafka, Topic topic, String key, String value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic.name(), key, value.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }
}
