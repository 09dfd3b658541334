package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What could not be taken is found, mended and taken once, and counts from then on. */
@OnFrontDoor
class QuarantineIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String customer = "abroad-" + run;
  private final FrontDoor front;
  private final Shop shop;

  QuarantineIT(FrontDoor front) {
    this.front = front;
    shop = new Shop(front);
  }

  @AfterEach
  void forgetTheRates() throws IOException {
    Files.deleteIfExists(front.exchangeRates());
  }

  @Test
  void orderWithoutARateIsTakenOnceWhenTheRateIsThere() throws IOException {
    Shop.Answer refused = shop.post(List.of(orderInCrowns("order-" + run)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString()).contains("missing-rate");
    JsonNode kept = await().atMost(PATIENCE).until(this::rejection, found -> found != null);
    assertThat(kept.at("/payload").asText()).contains("order-" + run);
    assertThat(kept.has("replayedAt")).isFalse();

    write(
        """
        Date,USD,SEK,
        %s,1.25,10,
        """
            .formatted(LocalDate.now(ZoneOffset.UTC)));
    await()
        .atMost(PATIENCE)
        .until(() -> shop.post(List.of(orderInCrowns("fresh-" + run))).status() == 200);

    Shop.Answer replayed = replay();
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.body().at("/replayed").asInt()).isOne();

    awaitOrders(2, "25");
    assertThat(replay().body().at("/replayed").asInt()).isZero();
    await().atMost(PATIENCE).until(() -> rejection().has("replayedAt"));
    assertThat(orders())
        .hasSize(2)
        .extracting(Payload.OrderCompleted::revenue)
        .containsOnly(new Money(new BigDecimal("12.5"), "USD"));
    awaitOrders(2, "25");
  }

  /** 100 crowns, which are 10 euros, which are 12.50 dollars. */
  private Map<String, Object> orderInCrowns(String orderId) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("order_id", orderId);
    properties.put("revenue", 100);
    properties.put("currency", "SEK");
    return Events.track("Order Completed", customer, orderId, Instant.now(), properties);
  }

  private JsonNode rejection() {
    JsonNode page =
        shop.operate("GET", "/v1/rejected?reason=missing-rate&source=default&limit=100", null)
            .body()
            .at("/rejected");
    return StreamSupport.stream(page.spliterator(), false)
        .filter(each -> each.at("/messageId").asText().equals("order-" + run))
        .findFirst()
        .orElse(null);
  }

  private Shop.Answer replay() {
    return shop.operate(
        "POST",
        "/v1/rejected/replay",
        Map.of("ids", List.of(rejection().at("/rejectedId").asText())));
  }

  /** In one step: half a file is no table. */
  private void write(String rates) throws IOException {
    Path aside = Files.writeString(front.exchangeRates().resolveSibling("rates.new"), rates);
    Files.move(
        aside,
        front.exchangeRates(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Payload.OrderCompleted> orders() {
    return new TopicReader(front.kafka())
        .customerEvents(customer::equals).stream()
            .map(CustomerEvent::payload)
            .map(Payload.OrderCompleted.class::cast)
            .toList();
  }

  private void awaitOrders(int count, String revenue) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode purchases = shop.profile(customer).body().at("/purchases");
              assertThat(purchases.at("/orders").asInt()).isEqualTo(count);
              assertThat(purchases.at("/netRevenue/amount").decimalValue())
                  .isEqualByComparingTo(revenue);
            });
  }
}
