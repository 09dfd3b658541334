package io.clientele.ingest.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event becomes, in each of its modes. */
final class CloudEventsProtocolTest {

  private final Protocol protocol = new CloudEventsProtocol();
  private final TestDesk desk = new TestDesk();

  @Test
  void everyAttributeThatIsReadFromAHeaderIsNamedAsOne() {
    assertThat(protocol.headers())
        .contains("ce-id", "ce-userid", "ce-anonymousid", "ce-sessionid", "ce-dataschema");
  }

  @Test
  void dataOfACallIsTheCall() {
    taken(
        CloudEventRequests.structured(
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
    taken(CloudEventRequests.structured(type, "\"subject\":\"u\",\"data\":{\"order_id\":\"o\"}"));

    assertThat(desk.event().payload().type()).isEqualTo(payload);
  }

  @Test
  void foreignTypeIsACustomEventOfThatName() {
    taken(
        CloudEventRequests.structured(
            "com.example.thing.done", "\"subject\":\"u\",\"data\":{\"a\":\"b\"}"));

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
    taken(CloudEventRequests.structured(type, rest));

    assertThat(desk.event())
        .extracting(CustomerEvent::identity, CustomerEvent::anonymousId)
        .containsExactly(identity, device);
  }

  @Test
  void timeAndSessionComeFromTheAttributes() {
    taken(
        CloudEventRequests.structured(
            "x", "\"subject\":\"u\",\"time\":\"2026-03-01T11:00:00+01:00\",\"sessionid\":\"s\""));

    assertThat(desk.event())
        .extracting(CustomerEvent::occurredAt, CustomerEvent::sessionId)
        .containsExactly(Instant.parse("2026-03-01T10:00:00Z"), "s");
  }

  @Test
  void sourceAndIdAreWhatMakesAnEventTheSame() {
    String event = CloudEventRequests.structured("x", "\"subject\":\"u\"");
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
    taken(CloudEventRequests.structured("x", "\"subject\":\"u\",\"data_base64\":\"eyJhIjoiYiJ9\""));

    assertThat(desk.event().payload()).isEqualTo(new Payload.Custom("x", Map.of("a", "b")));
  }

  @Test
  void binaryEventHasItsAttributesInHeaders() {
    SentRequest request =
        CloudEventRequests.binary("1.0", "io.clientele.track.product-viewed")
            .withHeader("ce-subject", "Zo%C3%AB%20%2541")
            .withHeader("Content-Type", "application/json; charset=utf-8");
    desk.taken(protocol, request, "{\"product_id\":\"p\"}");

    assertThat(desk.event().identity()).isEqualTo("Zoë %41");
    assertThat(desk.event().payload().type()).isEqualTo("ProductViewed");
  }

  @Test
  void eachEventOfABatchStandsForItself() {
    String fine = CloudEventRequests.structured("x", "\"subject\":\"u\"");
    Receipt receipt =
        desk.taken(
            protocol,
            CloudEventRequests.request("application/cloudevents-batch+json"),
            "[" + fine + ",{},7]");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::reason)
        .containsExactly(tuple(1, "missing-attribute"), tuple(2, "not-an-object"));
  }

  @Test
  void requestWithoutAKeyIsTurnedAwayUnread() {
    SentRequest request = SentRequest.post("/events", CloudEventRequests.NOW);

    assertThat(protocol.presentedKey(request)).isEmpty();
    assertThat(desk.serve(protocol, request, "{}")).isEqualTo(new Outcome.Unauthorised());
  }

  private void taken(String event) {
    desk.taken(protocol, CloudEventRequests.request(CloudEventRequests.JSON), event);
  }
}
