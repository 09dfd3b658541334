package io.clientele.ingest.segment;

import io.clientele.contract.CustomerEvent;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;

/** A desk that is spoken to in Segment. */
final class SegmentDesk {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Protocol segment = new SegmentProtocol();
  private final TestDesk desk = new TestDesk();

  FakeLog log() {
    return desk.log();
  }

  /** The one event that was taken. */
  CustomerEvent event() {
    return desk.event();
  }

  Receipt taken(String call, String body) {
    return ((Outcome.Taken) answer(call, TestDesk.KEY, body)).receipt();
  }

  Receipt refused(String call, String body) {
    return ((Outcome.NothingTaken) answer(call, TestDesk.KEY, body)).receipt();
  }

  Fault unreadable(String call, String body) {
    return ((Outcome.Unreadable) answer(call, TestDesk.KEY, body)).fault();
  }

  /**
   * Sends a call to its own route.
   *
   * @param key null for none beside the body
   */
  Outcome answer(String call, String key, String body) {
    SentRequest request = SentRequest.post("/v1/" + call, NOW);
    return desk.serve(
        segment, key == null ? request : request.withParameter("writeKey", key), body);
  }
}
