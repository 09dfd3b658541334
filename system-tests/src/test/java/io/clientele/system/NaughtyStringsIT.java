package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Json;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The big list of naughty strings (Max Woolf) as every text that a shop may send: what comes out is
 * what went in, stripped and in NFC, as the README of ingest says.
 */
@OnFrontDoor
class NaughtyStringsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern BLANKS =
      Pattern.compile(
          "^[\\s\\p{Z}\\x{85}\\x{200B}\\x{2060}\\x{FEFF}]+|[\\s\\p{Z}\\x{85}\\x{200B}\\x{2060}\\x{FEFF}]+$");
  private static final String QUOTED = "Quoted: ";
  private static final int TEXTS_A_BATCH = 20;
  private static final Pattern MANY_MARKS = Pattern.compile("\\p{M}{31}");

  private final String run = "naughty-" + UUID.randomUUID().toString().substring(0, 8) + "-";

  @Test
  void naughtyTextsComeThroughUnchanged(FrontDoor front, NodeTools node) throws IOException {
    Shop shop = new Shop(front);
    List<String> naughty =
        Json.mapper()
            .readValue(
                node.file("node_modules/big-list-of-naughty-strings/blns.json").toFile(),
                new TypeReference<List<String>>() {})
            .stream()
            .filter(text -> !kept(text).isEmpty())
            .toList();
    assertThat(naughty).hasSizeGreaterThan(400);

    for (int first = 0; first < naughty.size(); first += TEXTS_A_BATCH) {
      int end = Math.min(first + TEXTS_A_BATCH, naughty.size());
      List<Map<String, Object>> batch =
          IntStream.range(first, end)
              .boxed()
              .flatMap(number -> calls(run + number, naughty.get(number)).stream())
              .toList();
      Shop.Answer answer = shop.post(batch);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      assertThat(answer.body().at("/accepted").asInt()).isEqualTo(batch.size());
    }

    Map<String, List<CustomerEvent>> seen = awaitAll(front, 5 * naughty.size());
    List<String> changed = new ArrayList<>();
    for (int number = 0; number < naughty.size(); number++) {
      String customer = run + number;
      String sent = naughty.get(number);
      for (Map.Entry<String, Function<CustomerEvent, Object>> text : TEXTS.entrySet()) {
        List<Object> found =
            seen.get(customer).stream().map(text.getValue()).filter(Objects::nonNull).toList();
        String expected = expected(text.getKey(), sent);
        if (!found.equals(List.of(expected))) {
          changed.add(text.getKey() + ": " + expected + " became " + found);
        }
      }
      String trait = awaitProfile(shop, customer).at("/traits/saying/value").asText();
      if (!trait.equals(kept(sent))) {
        changed.add("profile: " + kept(sent) + " became " + trait);
      }
    }
    assertThat(changed).isEmpty();
  }

  @Test
  void idWithAControlCharacterIsRefused(FrontDoor front) {
    Shop.Answer answer =
        new Shop(front)
            .post(
                Service.INGEST,
                "/v1/identify",
                Map.of("userId", "a\u0000b", "traits", Map.of("plan", "gold")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("invalid-id");
  }

  private static final Map<String, Function<CustomerEvent, Object>> TEXTS =
      Map.of(
          "trait",
          event ->
              event.payload() instanceof Payload.TraitsChanged it
                  ? it.traits().get("saying")
                  : null,
          "first name",
          event -> event.personal().get("firstName"),
          "product id",
          event -> product(event, Product::id),
          "product name",
          event -> product(event, Product::name),
          "brand",
          event -> product(event, Product::brand),
          "variant",
          event -> product(event, Product::variant),
          "review",
          event -> event.personal().get("reviewBody"),
          "page",
          event -> event.payload() instanceof Payload.PageViewed page ? page.name() : null,
          "event",
          event -> event.payload() instanceof Payload.Custom custom ? custom.name() : null,
          "property",
          event ->
              event.payload() instanceof Payload.Custom custom
                  ? custom.properties().get("saying")
                  : null);

  private static String product(CustomerEvent event, Function<Product, String> text) {
    return event.payload() instanceof Payload.ProductViewed viewed
        ? text.apply(viewed.product())
        : null;
  }

  private static List<Map<String, Object>> calls(String customer, String text) {
    Map<String, Object> identify =
        call(customer, "identify", "traits", Map.of("saying", text, "firstName", text));
    Map<String, Object> page = call(customer, "page", "properties", Map.of());
    page.put("name", text);
    return List.of(
        identify,
        page,
        track(
            customer,
            "Product Viewed",
            Map.of("product_id", id(text), "name", text, "brand", text, "variant", text)),
        track(
            customer,
            "Product Reviewed",
            Map.of("product_id", "reviewed", "rating", "5", "review_body", text)),
        track(customer, QUOTED + text, Map.of("saying", text)));
  }

  private static Map<String, Object> track(
      String customer, String event, Map<String, Object> properties) {
    return Events.track(
        event,
        customer,
        customer + "-" + (event.startsWith(QUOTED) ? "quoted" : event),
        Instant.now(),
        properties);
  }

  private static Map<String, Object> call(
      String customer, String type, String part, Map<String, Object> content) {
    Map<String, Object> call = new HashMap<>();
    call.put("type", type);
    call.put("userId", customer);
    call.put("messageId", customer + "-" + type);
    call.put(part, content);
    return call;
  }

  private static JsonNode awaitProfile(Shop shop, String customer) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(() -> shop.profile(customer).body(), profile -> profile.has("traits"));
  }

  private Map<String, List<CustomerEvent>> awaitAll(FrontDoor front, int count) {
    TopicReader topics = new TopicReader(front.kafka());
    List<CustomerEvent> events =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(500)) // each look reads the whole topic
            .until(
                () -> topics.customerEvents(identity -> identity.startsWith(run)),
                seen -> seen.size() >= count);
    assertThat(events).hasSize(count);
    return events.stream().collect(Collectors.groupingBy(CustomerEvent::identity));
  }

  private static String expected(String field, String sent) {
    return kept(
        switch (field) {
          case "product id" -> id(sent);
          case "event" -> QUOTED + sent;
          default -> sent;
        });
  }

  /** The text where it may be an id, which control characters may not. */
  private static String id(String text) {
    return text.chars().anyMatch(Character::isISOControl) ? "plain" : text;
  }

  /** What is documented to become of a text. */
  private static String kept(String text) {
    String stripped = BLANKS.matcher(text).replaceAll("");
    return MANY_MARKS.matcher(stripped).find()
        ? stripped
        : Normalizer.normalize(stripped, Normalizer.Form.NFC);
  }
}
