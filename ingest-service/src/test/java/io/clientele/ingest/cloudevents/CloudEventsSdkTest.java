package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the CloudEvents SDK for Java sends is understood, in each mode that it writes. */
final class CloudEventsSdkTest {

  private static final CloudEvent EVENT =
      CloudEventBuilder.v1()
          .withId("1")
          .withSource(URI.create("/shop/checkout"))
          .withType("io.clientele.track.order-completed")
          .withTime(OffsetDateTime.parse("2026-03-01T11:00:00Z"))
          .withSubject("Zoë \"42\" 100%")
          .withExtension("sessionid", "s")
          .withDataContentType("application/json")
          .withData("{\"order_id\":\"o\",\"revenue\":5}".getBytes(UTF_8))
          .build();

  private final TestDesk desk = new TestDesk();
  private final Map<String, String> headers = new TreeMap<>();
  private byte[] body = {};

  @Test
  void binaryEventIsUnderstood() {
    writer().writeBinary(EVENT);

    assertThat(headers).containsKey("ce-id");
    assertOrdered();
  }

  @Test
  void structuredEventIsUnderstood() {
    writer().writeStructured(EVENT, new JsonFormat());

    assertThat(headers.get("Content-Type")).startsWith("application/cloudevents+json");
    assertOrdered();
  }

  @Test
  void structuredEventWithItsDataInBase64IsUnderstood() {
    writer().writeStructured(EVENT, new JsonFormat().withForceJsonDataToBase64());

    assertThat(new String(body, UTF_8)).contains("data_base64");
    assertOrdered();
  }

  private MessageWriter<?, ?> writer() {
    return HttpMessageFactory.createWriter(
        headers::put,
        sent -> {
          if (sent != null) {
            body = sent;
          }
        });
  }

  private void assertOrdered() {
    SentRequest request =
        SentRequest.post("/events", Instant.parse("2026-03-01T12:00:00Z"))
            .withParameter("writeKey", TestDesk.KEY);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.withHeader(header.getKey(), header.getValue());
    }
    desk.taken(new CloudEventsProtocol(), request, new String(body, UTF_8));

    assertThat(desk.event())
        .extracting(CustomerEvent::identity, CustomerEvent::occurredAt, CustomerEvent::sessionId)
        .containsExactly("Zoë \"42\" 100%", Instant.parse("2026-03-01T11:00:00Z"), "s");
    assertThat(((Payload.OrderCompleted) desk.event().payload()).orderId()).isEqualTo("o");
  }
}
