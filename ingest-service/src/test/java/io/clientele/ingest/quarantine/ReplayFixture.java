package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Intake;
import io.clientele.ingest.Rejections;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Knowledge;
import io.clientele.ingest.call.Market;
import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Replays on a log in memory, and orders in euros that a platform in dollars has refused. */
final class ReplayFixture {

  static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant NOW = THEN.plus(Duration.ofDays(20));
  static final ReplayOrder ALL = new ReplayOrder(RejectionFilters.ALL, null, 1_000);

  private static final String SERVICE = "ingest-service";

  final FakeQuarantine quarantine = new FakeQuarantine();
  final Counts counts = new Counts();

  Replays replays(String baseCurrency, boolean upToDate) {
    Rereader rereader =
        new Rereader(
            SERVICE,
            List.of(new SegmentProtocol()),
            name -> new Source(name, null, Defaults.NONE, null, List.of()),
            new Judge(
                new Knowledge(baseCurrency, Market.Rates.NONE, header -> UserAgent.UNKNOWN),
                () -> UUID.randomUUID().toString()));
    return new Replays(
        quarantine,
        () -> upToDate,
        rereader,
        quarantine,
        new Rejections(SERVICE),
        counts,
        InstantSource.fixed(NOW));
  }

  static RejectedEvent rejected(String id, String messageId, String place, String payload) {
    return copy(RefusedOrders.order("x", THEN), id, SERVICE, place, messageId, payload, null);
  }

  static RejectedEvent withId(RejectedEvent one, String id) {
    return copy(one, id, SERVICE, one.place(), one.messageId(), one.payload(), null);
  }

  static RejectedEvent foreign(RejectedEvent one) {
    return copy(
        one,
        one.rejectedId(),
        "profile-service",
        one.place(),
        one.messageId(),
        one.payload(),
        null);
  }

  static RejectedEvent around(RejectedEvent one, String around) {
    return copy(
        one, one.rejectedId(), SERVICE, one.place(), one.messageId(), one.payload(), around);
  }

  private static RejectedEvent copy(
      RejectedEvent one,
      String id,
      String service,
      String place,
      String messageId,
      String payload,
      String around) {
    return new RejectedEvent(
        id,
        service,
        one.source(),
        one.reason(),
        one.field(),
        one.detail(),
        place,
        messageId,
        one.customer(),
        payload,
        around,
        one.payloadEncoding(),
        one.rejectedAt(),
        null);
  }

  /** What an operator sees counted. */
  static final class Counts implements Intake.Observer {
    int accepted;
    int rejected;

    @Override
    public void accepted(String source, int events) {
      accepted += events;
    }

    @Override
    public void rejected(RejectedEvent one) {
      rejected++;
    }
  }
}
