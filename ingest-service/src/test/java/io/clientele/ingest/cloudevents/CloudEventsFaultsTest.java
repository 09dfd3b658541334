package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.protocol.AnyJson;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an event is named, kept whole, and can be read again. */
final class CloudEventsFaultsTest {

  private final Protocol protocol = new CloudEventsProtocol();
  private final TestDesk desk = new TestDesk();

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
    String body = template.replace("$", CloudEventRequests.ATTRIBUTES);
    desk.serve(protocol, CloudEventRequests.request(CloudEventRequests.JSON), body);

    assertThat(desk.log().rejected())
        .extracting(RejectedEvent::reason, RejectedEvent::field, RejectedEvent::payload)
        .containsExactly(tuple(reason, pointer, body));
  }

  @Test
  void eventThatNoReaderCouldKeepIsRefusedAlone() {
    String torn = CloudEventRequests.structured("x", "\"subject\":\"\\ud800\"");
    String twice = CloudEventRequests.structured("x", "\"id\":\"2\"");
    Receipt receipt =
        desk.taken(
            protocol,
            CloudEventRequests.request("application/cloudevents-batch+json"),
            "["
                + CloudEventRequests.structured("x", "\"subject\":\"u\"")
                + ","
                + torn
                + ","
                + twice
                + "]");

    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::reason, Receipt.Rejection::pointer)
        .containsExactly(tuple("invalid-text", "/subject"), tuple("duplicate-field", "/id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "{\"x\":[1e2147483648]}"})
  void numberBeyondAllIsRefusedAlone(String item) {
    Receipt receipt =
        desk.taken(
            protocol,
            CloudEventRequests.request("application/cloudevents-batch+json"),
            "[" + item + "," + CloudEventRequests.structured("x", "\"subject\":\"u\"") + "]");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(desk.log().rejected()).extracting(RejectedEvent::payload).containsExactly(item);
  }

  @Test
  void bodyThatIsNoTextIsKeptAsBytes() {
    byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    desk.serve(protocol, CloudEventRequests.binary("1.0", "x"), body);

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
    desk.serve(protocol, CloudEventRequests.request(contentType), "<event/>");

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
        CloudEventRequests.binary(version, "x")
            .withHeader("ce-subject", "u")
            .withHeader("Content-Type", contentType);
    desk.serve(protocol, request, body);
    RejectedEvent rejected = desk.log().rejected().get(0);

    String mended = rejected.around().replace("0.3", "1.0").replace("/xml", "/json");
    Content again = protocol.reread(request, "{\"b\":1}".getBytes(UTF_8), mended);

    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.payload()).isEqualTo(body);
    Item item = ((Content.Read) again).calls().items().get(0);
    assertThat(item.read().fault()).isNull();
    assertThat(item.node().path("messageId").asText()).isEqualTo(rejected.messageId());
    assertThat(item.node().path("properties").path("b").asInt()).isEqualTo(1);
  }

  @Test
  void attributesOfAnEventAreKeptBesideOneThatIsTooLong() {
    SentRequest request =
        CloudEventRequests.binary("1.0", "x")
            .withHeader("ce-subject", "u")
            .withHeader("ce-dataschema", "https://shop.example/" + "s".repeat(5_000));
    desk.serve(protocol, request, "[]");
    RejectedEvent rejected = desk.log().rejected().get(0);

    Content again = protocol.reread(request, "{\"b\":1}".getBytes(UTF_8), rejected.around());

    Item item = ((Content.Read) again).calls().items().get(0);
    assertThat(item.read().fault()).isNull();
    assertThat(item.node().path("messageId").asText()).isEqualTo(rejected.messageId());
    assertThat(item.node().path("userId").asText()).isEqualTo("u");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[{},{}]", " [7]"})
  void whatCameWithoutHeadersIsReadAgainByItsShape(String payload) {
    Content content =
        protocol.reread(
            CloudEventRequests.request(CloudEventRequests.JSON), payload.getBytes(UTF_8), null);

    assertThat(((Content.Read) content).calls().items()).isNotEmpty();
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

    Outcome outcome =
        fresh.serve(
            protocol, CloudEventRequests.request("application/cloudevents-batch+json"), batch);

    assertThat(outcome).isNotInstanceOf(Outcome.Unreadable.class);
    assertThat(fresh.log().rejected())
        .allSatisfy(rejected -> assertThat(batch).contains(rejected.payload()));
  }
}
