package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources as their operator keeps them: keys, limits, and a database that may be away. */
@OnFrontDoor
class SourcesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String name = "store-" + run;
  private final FrontDoor front;
  private final Shop shop;

  SourcesIT(FrontDoor front) {
    this.front = front;
    shop = new Shop(front);
  }

  @AfterEach
  void mend() throws IOException {
    front.mend();
  }

  @Test
  void sourceSendsUnderItsNameWithItsSettings() {
    String key = created(Map.of("name", name, "channel", "store"));

    assertThat(send(key, "first")).isEqualTo(200);

    TopicReader topics = new TopicReader(front.kafka());
    List<CustomerEvent> events =
        await()
            .atMost(PATIENCE)
            .until(() -> topics.customerEvents(("first-" + run)::equals), seen -> !seen.isEmpty());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).source()).isEqualTo(name);
    assertThat(events.get(0).channel()).isEqualTo(Channel.STORE);
  }

  @Test
  void rotatedKeysOverlapUntilTheOldOnesEnd() {
    String first = created(Map.of("name", name));

    String second = rotated("PT1H");
    assertThat(send(first, "first")).isEqualTo(200);
    assertThat(send(second, "second")).isEqualTo(200);

    String third = rotated("PT0S");
    assertThat(send(first, "first-again")).isEqualTo(401);
    assertThat(send(second, "second-again")).isEqualTo(401);
    assertThat(send(third, "third")).isEqualTo(200);
  }

  @Test
  void sourceAboveItsLimitIsToldWhenToComeBack() {
    String key =
        created(Map.of("name", name, "rateLimit", Map.of("eventsPerSecond", 1, "burst", 5)));
    List<Map<String, Object>> batch =
        IntStream.range(0, 100).mapToObj(number -> event("limited-" + number)).toList();
    assertThat(shop.post(key, batch).status()).isEqualTo(200);

    Shop.Answer answer = shop.post(key, List.of(event("too-soon")));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.retryAfterSeconds()).isPositive();
    assertThat(send(front.writeKey(), "another-source")).isEqualTo(200);
  }

  @Test
  void withoutItsDatabaseIngestGoesOnWithTheSourcesItKnows() throws IOException {
    String key = created(Map.of("name", name));

    front.killDatabase();

    await().atMost(PATIENCE).until(() -> sources() == 503);
    assertThat(send(key, "meanwhile")).isEqualTo(200);
    assertThat(send(front.writeKey(), "meanwhile-default")).isEqualTo(200);
    assertThat(send("no-such-key", "meanwhile-nobody")).isEqualTo(401);

    front.startBacking();

    await().atMost(PATIENCE).until(() -> sources() == 200);
    assertThat(send(key, "afterwards")).isEqualTo(200);
  }

  private String created(Map<String, Object> source) {
    Shop.Answer answer = shop.operate("POST", "/v1/sources", source);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().at("/writeKey").asText();
  }

  private String rotated(String overlap) {
    Shop.Answer answer =
        shop.operate("POST", "/v1/sources/" + name + "/keys", Map.of("overlap", overlap));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().at("/writeKey").asText();
  }

  private int sources() {
    return shop.operate("GET", "/v1/sources", null).status();
  }

  private int send(String key, String id) {
    return shop.post(key, List.of(event(id))).status();
  }

  private Map<String, Object> event(String id) {
    String customer = id + "-" + run;
    return Events.order(customer, customer, "1", Instant.now());
  }
}
