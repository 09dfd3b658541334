package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.protocol.AnyJson;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudEventsProtocolTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ATTRIBUTES =
      "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\"";
  private static final String JSON = "application/cloudevents+json";

  private final Protocol protocol = new CloudEventsProtocol();
  private final TestDesk desk = new TestDesk();

  @Test
  void dataOfACallIsTheCall() {
    taken(
        structured(
            "io.clientele.identify", "\"data\":{\"userId\":\"u\",\"traits\":{\"a\":\"b\"}}"));

    assertThat(desk.event().identity()).isEqualTo("u");
    assertThat(desk.event().payload()).isEqualTo(new Payload.TraitsChanged(Map.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "io.clientele.track.order-cancelled, OrderCancelled",
    "io.clientele.track.products-searched, Searched",
    "io.clientele.track., Custom",
    "com.example.thing.done, Custom",
    "io.clientele.page, PageViewed"
  })
  void typeSaysWhatHappened(String type, String payload) {
    taken(structured(type, "\"subject\":\"u\",\"data\":{\"order_id\":\"o\"}"));

    assertThat(desk.event().payload().type()).isEqualTo(payload);
  }

  @Test
  void foreignTypeIsACustomEventOfThatName() {
    taken(structured("com.example.thing.done", "\"subject\":\"u\",\"data\":{\"a\":\"b\"}"));

    assertThat(desk.event().payload())
        .isEqualTo(new Payload.Custom("com.example.thing.done", Map.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "io.clientele.page | \"subject\":\"s\",\"data\":{\"userId\":\"u\"} | u |",
        "io.clientele.page | \"subject\":\"s\",\"data\":{\"anonymousId\":\"d\"} | anonymous:d | d",
        "io.clientele.page | \"subject\":\"s\",\"userid\":\"u\",\"anonymousid\":\"d\" | u | d",
        "io.clientele.page | \"subject\":\"s\" | s |",
        "x | \"subject\":\"s\",\"anonymousid\":\"d\" | anonymous:d | d",
        "x | \"subject\":\"s\",\"data\":{\"userId\":\"u\"} | s |"
      })
  void customerIsNamedByTheCallElseByExtensionsElseBySubject(
      String type, String rest, String identity, String device) {
    taken(structured(type, rest));

    assertThat(desk.event())
        .extracting(CustomerEvent::identity, CustomerEvent::anonymousId)
        .containsExactly(identity, device);
  }

  @Test
  void timeAndSessionComeFromTheAttributes() {
    taken(
        structured(
            "x", "\"subject\":\"u\",\"time\":\"2026-03-01T11:00:00+01:00\",\"sessionid\":\"s\""));

    assertThat(desk.event())
        .extracting(CustomerEvent::occurredAt, CustomerEvent::sessionId)
        .containsExactly(Instant.parse("2026-03-01T10:00:00Z"), "s");
  }

  @Test
  void sourceAndIdAreWhatMakesAnEventTheSame() {
    String event = structured("x", "\"subject\":\"u\"");
    taken(event);
    taken(event.replace("\"subject\":\"u\"", "\"subject\":\"v\""));
    taken(event.replace("/shop", "/other"));
    taken(event.replace("\"id\":\"1\"", "\"id\":\"2\""));

    List<String> ids = desk.events().stream().map(CustomerEvent::eventId).toList();
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.subList(1, 4)).doesNotHaveDuplicates();
  }

  @Test
  void dataMayBeBase64() {
    taken(structured("x", "\"subject\":\"u\",\"data_base64\":\"eyJhIjoiYiJ9\""));

    assertThat(desk.event().payload()).isEqualTo(new Payload.Custom("x", Map.of("a", "b")));
  }

  @Test
  void binaryEventHasItsAttributesInHeaders() {
    SentRequest request =
        binary("1.0", "io.clientele.track.product-viewed")
            .withHeader("ce-subject", "Zo%C3%AB%20%2541")
            .withHeader("Content-Type", "application/json; charset=utf-8");
    desk.taken(protocol, request, "{\"product_id\":\"p\"}");

    assertThat(desk.event().identity()).isEqualTo("Zoë %41");
    assertThat(desk.event().payload().type()).isEqualTo("ProductViewed");
  }

  @Test
  void eachEventOfABatchStandsForItself() {
    String fine = structured("x", "\"subject\":\"u\"");
    Receipt receipt =
        desk.taken(protocol, request("application/cloudevents-batch+json"), "[" + fine + ",{},7]");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::reason)
        .containsExactly(tuple(1, "missing-attribute"), tuple(2, "not-an-object"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | missing-attribute | /specversion",
        "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"s\",\"type\":\"x\"} | invalid-value |"
            + " /specversion",
        "{\"specversion\":\"1.0\",\"id\":1,\"source\":\"s\",\"type\":\"x\"} | missing-attribute |"
            + " /id",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"\",\"type\":\"x\"} |"
            + " missing-attribute | /source",
        "{$,\"type\":\"x\",\"Extension\":\"a\"} | invalid-name | /Extension",
        "{$,\"type\":\"x\",\"extension\":{}} | invalid-value | /extension",
        "{$,\"type\":\"x\",\"time\":1772366400000} | invalid-value | /time",
        "{$,\"type\":\"x\",\"subject\":\"u\",\"time\":\"noon\"} | invalid-time | /time",
        "{$,\"type\":\"x\"} | missing-id | /subject",
        "{$,\"type\":\"x\",\"userid\":\"anonymous:a\"} | reserved-id | /userid",
        "{$,\"type\":\"x\",\"data\":7} | not-an-object | /data",
        "{$,\"type\":\"x\",\"data\":{},\"data_base64\":\"e30=\"} | invalid-value | /data_base64",
        "{$,\"type\":\"x\",\"data_base64\":\"?\"} | malformed-encoding | /data_base64",
        "{$,\"type\":\"x\",\"data_base64\":\"ew==\"} | malformed-json | /data_base64",
        "{$,\"type\":\"x\",\"datacontenttype\":\"text/xml\",\"data\":\"<a/>\"} |"
            + " unsupported-format | /datacontenttype",
        "{$,\"type\":\"io.clientele.track\",\"subject\":\"u\",\"data\":{}} | missing-event |"
            + " /data/event",
        "{$,\"type\":\"io.clientele.track.order-completed\",\"subject\":\"u\",\"data\":"
            + "{\"order_id\":\"o\",\"revenue\":\"x\"}} | invalid-money | /data/revenue",
        "{$,\"type\":\"io.clientele.track.order-cancelled\",\"subject\":\"u\",\"data_base64\":"
            + "\"e30=\"} | missing-order-id | /data_base64"
      })
  void faultIsNamedAtItsPlaceAndKeptWhole(String template, String reason, String pointer) {
    String body = template.replace("$", ATTRIBUTES);
    desk.serve(protocol, request(JSON), body);

    assertThat(desk.log().rejected())
        .extracting(RejectedEvent::reason, RejectedEvent::field, RejectedEvent::payload)
        .containsExactly(tuple(reason, pointer, body));
  }

  @Test
  void eventThatNoReaderCouldKeepIsRefusedAlone() {
    String torn = structured("x", "\"subject\":\"\\ud800\"");
    String twice = structured("x", "\"id\":\"2\"");
    Receipt receipt =
        desk.taken(
            protocol,
            request("application/cloudevents-batch+json"),
            "[" + structured("x", "\"subject\":\"u\"") + "," + torn + "," + twice + "]");

    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::reason, Receipt.Rejection::pointer)
        .containsExactly(tuple("invalid-text", "/subject"), tuple("duplicate-field", "/id"));
  }

  @Test
  void bodyThatIsNoTextIsKeptAsBytes() {
    byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    desk.serve(protocol, binary("1.0", "x"), body);

    RejectedEvent rejected = desk.log().rejected().get(0);
    assertThat(rejected.reason()).isEqualTo("malformed-encoding");
    assertThat(Base64.getDecoder().decode(rejected.payload())).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "application/cloudevents+xml, unsupported-format",
    "application/cloudevents-batch+avro, unsupported-format",
    "application/cloudevents, malformed-json",
    "application/cloudevents-batch, malformed-json"
  })
  void onlyJsonFormatsAreUnderstood(String contentType, String reason) {
    desk.serve(protocol, request(contentType), "<event/>");

    assertThat(desk.log().rejected().get(0).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0 | application/json | {\"a\": | malformed-json",
        "1.0 | application/xml | <a/> | unsupported-format",
        "0.3 | application/json | {} | invalid-value",
        "1.0 | application/json | [] | not-an-object"
      })
  void faultyBinaryEventIsKeptWithItsAttributesAndCanBeReadAgain(
      String version, String contentType, String body, String reason) {
    SentRequest request =
        binary(version, "x").withHeader("ce-subject", "u").withHeader("Content-Type", contentType);
    desk.serve(protocol, request, body);
    RejectedEvent rejected = desk.log().rejected().get(0);

    String mended = rejected.around().replace("0.3", "1.0").replace("/xml", "/json");
    Content again = protocol.reread(request, "{\"b\":1}".getBytes(UTF_8), mended);

    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.payload()).isEqualTo(body);
    Item item = ((Content.Read) again).calls().items().get(0);
    assertThat(item.fault()).isEmpty();
    assertThat(item.node().path("messageId").asText()).isEqualTo(rejected.messageId());
    assertThat(item.node().path("properties").path("b").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[{},{}]", " [7]"})
  void whatCameWithoutHeadersIsReadAgainByItsShape(String payload) {
    Content content = protocol.reread(request(JSON), payload.getBytes(UTF_8), null);

    assertThat(((Content.Read) content).calls().items()).isNotEmpty();
  }

  @Test
  void requestWithoutAKeyIsTurnedAwayUnread() {
    SentRequest request = SentRequest.post("/events", NOW);

    assertThat(protocol.presentedKey(request)).isEmpty();
    assertThat(desk.serve(protocol, request, "{}")).isEqualTo(new Outcome.Unauthorised());
  }

  @Provide
  Arbitrary<String> events() {
    return AnyJson.objects(
        List.of(
            "specversion",
            "id",
            "source",
            "type",
            "time",
            "subject",
            "userid",
            "sessionid",
            "datacontenttype",
            "data",
            "data_base64",
            "traits",
            "context",
            "userId"));
  }

  @Property(tries = 500)
  void anyValueAnywhereIsTakenOrExplained(@ForAll("events") String event) {
    TestDesk fresh = new TestDesk();
    String typed =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"io.clientele.identify\","
            + "\"data\":"
            + event
            + "}";
    String batch = "[" + event + "," + typed + "]";

    Outcome outcome = fresh.serve(protocol, request("application/cloudevents-batch+json"), batch);

    assertThat(outcome).isNotInstanceOf(Outcome.Unreadable.class);
    assertThat(fresh.log().rejected())
        .allSatisfy(rejected -> assertThat(batch).contains(rejected.payload()));
  }

  private void taken(String event) {
    desk.taken(protocol, request(JSON), event);
  }

  private static String structured(String type, String rest) {
    return "{" + ATTRIBUTES + ",\"type\":\"" + type + "\"," + rest + "}";
  }

  private static SentRequest request(String contentType) {
    return SentRequest.post("/events", NOW)
        .withParameter("writeKey", TestDesk.KEY)
        .withHeader("Content-Type", contentType);
  }

  private static SentRequest binary(String version, String type) {
    return SentRequest.post("/events", NOW)
        .withParameter("writeKey", TestDesk.KEY)
        .withHeader("ce-specversion", version)
        .withHeader("ce-id", "1")
        .withHeader("ce-source", "/shop")
        .withHeader("ce-type", type);
  }
}
