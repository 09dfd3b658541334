package io.clientele.ingest.call;

import io.clientele.contract.CustomerEvent;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.segment.SegmentProtocol;
import java.time.Instant;

/** A test that sends calls of Segment to a desk and looks at what becomes of them. */
abstract class WithDesk {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Protocol segment = new SegmentProtocol();
  final TestDesk desk = new TestDesk();

  CustomerEvent track(String event, String properties) {
    return call(
        "track",
        "{\"userId\":\"u\",\"event\":\"" + event + "\",\"properties\":" + properties + "}");
  }

  CustomerEvent call(String call, String body) {
    desk.taken(segment, request(call), body);
    return desk.event();
  }

  static SentRequest request(String call) {
    return SentRequest.post("/v1/" + call, NOW).withParameter("writeKey", TestDesk.KEY);
  }
}
