package io.clientele.ingest.ga4;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A shop that speaks the Measurement Protocol to a desk of its own. */
final class Ga4 {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Protocol protocol = new Ga4Protocol();
  final TestDesk desk = new TestDesk();

  /** A request of a web stream, received at a time. */
  static SentRequest request(String path, Instant receivedAt) {
    return SentRequest.post(path, receivedAt)
        .withParameter("api_secret", TestDesk.KEY)
        .withParameter("measurement_id", "G-1");
  }

  /** The body of a request of one client, with this in the array of its events. */
  static String body(String events) {
    return "{\"client_id\":\"7.9\",\"timestamp_micros\":1772366390000000,\"events\":["
        + events
        + "]}";
  }

  /** One event. */
  static String event(String name, String params) {
    return "{\"name\":\"" + name + "\",\"params\":" + params + "}";
  }

  Outcome collect(String body) {
    return collect(body, NOW);
  }

  Outcome collect(String body, Instant receivedAt) {
    return desk.serve(protocol, request("/mp/collect", receivedAt), body);
  }

  /** What the debug endpoint answers. */
  String debug(String body) {
    Outcome outcome = desk.serve(protocol, request("/debug/mp/collect", NOW), body);
    return new String(protocol.reply(outcome).orElseThrow().body(), StandardCharsets.UTF_8);
  }

  /** Of a request of which something is taken. */
  Receipt taken(String body) {
    return desk.taken(protocol, request("/mp/collect", NOW), body);
  }

  /** The only rejection. */
  RejectedEvent rejected() {
    List<RejectedEvent> all = desk.log().rejected();
    if (all.size() != 1) {
      throw new AssertionError("not one rejection but " + all);
    }
    return all.get(0);
  }

  /** The ids of all events that were taken. */
  List<String> eventIds() {
    return desk.events().stream().map(CustomerEvent::eventId).toList();
  }
}
