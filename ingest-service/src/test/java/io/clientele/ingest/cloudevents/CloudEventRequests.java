package io.clientele.ingest.cloudevents;

import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;

/** Events as they are sent. */
final class CloudEventRequests {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String ATTRIBUTES = "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\"";
  static final String JSON = "application/cloudevents+json";

  private CloudEventRequests() {}

  static String structured(String type, String rest) {
    return "{" + ATTRIBUTES + ",\"type\":\"" + type + "\"," + rest + "}";
  }

  static SentRequest request(String contentType) {
    return SentRequest.post("/events", NOW)
        .withParameter("writeKey", TestDesk.KEY)
        .withHeader("Content-Type", contentType);
  }

  static SentRequest binary(String version, String type) {
    return SentRequest.post("/events", NOW)
        .withParameter("writeKey", TestDesk.KEY)
        .withHeader("ce-specversion", version)
        .withHeader("ce-id", "1")
        .withHeader("ce-source", "/shop")
        .withHeader("ce-type", type);
  }
}
