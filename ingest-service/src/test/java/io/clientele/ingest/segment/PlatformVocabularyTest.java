package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.clientele.contract.Channel;
import io.clientele.contract.Json;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform's own events are taken and refused as their schemas say. */
final class PlatformVocabularyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/resources/schema");
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /** Values of every kind, some of which every field has to refuse. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[1]",
          "-1",
          "0",
          "5",
          "6",
          "11",
          "3.5",
          "\"\"",
          "\"  \"",
          "\"5\"",
          "\"nps\"",
          "\"csat\"",
          "\"five\"",
          "\"" + "x".repeat(501) + "\"",
          "\"" + "x".repeat(1_025) + "\"");

  private final TestDesk desk = new TestDesk();

  static Stream<JsonNode> documented() throws IOException {
    String page = Files.readString(Path.of("docs/vocabulary.md"));
    return Stream.of(page.split("```", -1))
        .filter(block -> block.startsWith("json\n"))
        .flatMap(block -> block.substring("json\n".length()).lines())
        .map(PlatformVocabularyTest::parse);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void documentedExampleIsValidAndTaken(JsonNode call) {
    assertThat(schema(call).validate(call)).isEmpty();
    assertThat(isTaken(call)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void schemaAndServiceAgreeOnEveryOtherValue(JsonNode example) {
    JsonSchema schema = schema(example);
    for (ObjectNode call : variants(example)) {
      assertThat(isTaken(call))
          .as(() -> call + " " + schema.validate(call))
          .isEqualTo(schema.validate(call).isEmpty());
    }
  }

  @Test
  void everySchemaHasItsExampleInTheDocumentation() throws IOException {
    List<String> documented = documented().map(call -> call.path("event").asText()).toList();
    try (Stream<Path> schemas = Files.list(SCHEMAS)) {
      assertThat(schemas.map(PlatformVocabularyTest::parse))
          .isNotEmpty()
          .allSatisfy(
              schema -> {
                assertThat(documented).contains(schema.path("title").asText());
                assertThat(documented()).contains(schema.path("examples").get(0));
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Liked, '', social",
    "TICKET OPENED, '', service",
    "nps answered, '', survey",
    "Product Reviewed, '', web",
    "Product Shared, '', web",
    "Liked, '\"context\":{\"channel\":\"app\"},', app",
    "Complaint, '\"channel\":\"store\",', store",
    "CSAT Answered, '\"context\":{\"library\":{\"name\":\"analytics-ios\"}},', app"
  })
  void channelIsTheEventsOwnUnlessSomethingElseSays(String event, String fields, String channel) {
    serve(
        "{\"userId\":\"u\",%s\"event\":\"%s\",\"properties\":{\"product_id\":\"p\","
                .formatted(fields, event)
            + "\"ticket_id\":\"t\",\"score\":5}}");

    assertThat(desk.event().channel()).isEqualTo(Channel.named(channel));
  }

  @Test
  void networkIsKeptAndWordsArePersonal() {
    serve(
        """
        {"userId":"u","event":"Mentioned","properties":{"network":"x","comment":"My mug"}}""");

    assertThat(desk.event().payload()).isEqualTo(new Engaged(Kind.MENTION, null, "x"));
    assertThat(desk.event().personal()).containsOnlyKeys("comment");
  }

  /** The example with each of its properties left out or of each of the values. */
  private static List<ObjectNode> variants(JsonNode example) {
    List<ObjectNode> variants = new ArrayList<>();
    List<String> names = new ArrayList<>();
    example.path("properties").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      ObjectNode without = example.deepCopy();
      ((ObjectNode) without.path("properties")).remove(name);
      variants.add(without);
      for (String value : VALUES) {
        ObjectNode other = example.deepCopy();
        ((ObjectNode) other.path("properties")).set(name, parse(value));
        variants.add(other);
      }
    }
    return variants;
  }

  private static JsonSchema schema(JsonNode call) {
    String name = call.path("event").asText().toLowerCase(Locale.ROOT).replace(' ', '-');
    return FACTORY.getSchema(parse(SCHEMAS.resolve(name + ".json")));
  }

  private static JsonNode parse(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError("no schema at " + file, e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  private boolean isTaken(JsonNode call) {
    return serve(call.toString()) instanceof Outcome.Taken;
  }

  private Outcome serve(String call) {
    SentRequest request =
        SentRequest.post("/v1/track", NOW).withParameter("writeKey", TestDesk.KEY);
    return desk.serve(new SegmentProtocol(), request, call);
  }
}
