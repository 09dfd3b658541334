package io.clientele.ingest.quarantine;

import static io.clientele.ingest.quarantine.RefusedOrders.order;
import static io.clientele.ingest.quarantine.ReplayFixture.ALL;
import static io.clientele.ingest.quarantine.ReplayFixture.NOW;
import static io.clientele.ingest.quarantine.ReplayFixture.THEN;
import static io.clientele.ingest.quarantine.ReplayFixture.around;
import static io.clientele.ingest.quarantine.ReplayFixture.foreign;
import static io.clientele.ingest.quarantine.ReplayFixture.rejected;
import static io.clientele.ingest.quarantine.ReplayFixture.withId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReplaysTest {

  private final ReplayFixture fixture = new ReplayFixture();
  private final FakeQuarantine quarantine = fixture.quarantine;
  private final Replays replays = fixture.replays("EUR", true);

  @Test
  void refusedEventIsTakenAfterTheFixWithItsOwnIdAndTime() {
    quarantine.add(order("m-1", THEN));

    ReplayReport report = replays.replay(ALL).orElseThrow();

    assertThat(report).isEqualTo(new ReplayReport(1, 0, 0, List.of(), null));
    ReceivedEvent taken = quarantine.received().get(0);
    assertThat(taken.eventId()).isEqualTo(Fingerprint.of("shop", "m-1"));
    assertThat(taken.event().occurredAt()).isEqualTo(THEN);
    assertThat(taken.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void secondReplayChangesNothing() {
    quarantine.add(order("m-1", THEN));
    replays.replay(ALL);
    int records = quarantine.log().size();

    ReplayReport second = replays.replay(ALL).orElseThrow();

    assertThat(second).isEqualTo(new ReplayReport(0, 0, 0, List.of(), null));
    assertThat(quarantine.log()).hasSize(records);
  }

  @Test
  void eventAndMarkAreWrittenTogetherAndTheMarkRepeatsNothingPersonal() {
    quarantine.add(order("m-1", THEN));

    replays.replay(ALL);

    assertThat(quarantine.log())
        .extracting(LogRecord::topic)
        .containsExactly(Topics.RECEIVED_EVENTS, Topics.REJECTED_EVENTS);
    LogRecord mark = quarantine.log().get(1);
    assertThat(mark.key()).isEqualTo("shop");
    assertThat(mark.timestamp()).isEqualTo(NOW);
    assertThat(new String(mark.value(), UTF_8))
        .contains("\"replayedAt\":\"" + NOW + "\"", "\"payload\":\"\"");
  }

  @Test
  void eventThatIsRefusedAgainStaysAsItIsAndIsListedWithItsReason() {
    quarantine.add(order("m-1", THEN));

    ReplayReport report = fixture.replays("USD", true).replay(ALL).orElseThrow();

    assertThat(report.refusedAgain()).isEqualTo(1);
    assertThat(report.reasons())
        .extracting(ReplayReport.NotTaken::rejectedId, ReplayReport.NotTaken::reason)
        .containsExactly(tuple("r-m-1", "missing-rate"));
    assertThat(quarantine.log()).isEmpty();
    assertThat(quarantine.open()).hasSize(1);
  }

  @Test
  void messageThatCameWithoutIdIsNamedAfterItsRejection() {
    quarantine.add(rejected("r-1", null, "POST /v1/track", "{\"userId\":\"ada\",\"event\":\"E\"}"));

    replays.replay(ALL);

    ReceivedEvent taken = quarantine.received().get(0);
    assertThat(taken.eventId()).isEqualTo(Fingerprint.of("shop", "r-1"));
    assertThat(taken.event().occurredAt()).isEqualTo(THEN);
  }

  @Test
  void replayStopsBeforeTheShareForWhichItsRightIsNotSure() {
    for (int message = 1; message <= 5; message++) {
      quarantine.add(order("m-" + message, THEN.plusSeconds(message)));
    }
    quarantine.loseTurnAfter(1);

    assertThatThrownBy(() -> replays.replay(ALL))
        .isInstanceOf(RejectionsUnavailableException.class);

    assertThat(quarantine.received()).hasSize(2);
    assertThat(quarantine.open()).hasSize(3);
  }

  @Test
  void messageRefusedInTwoFormsIsTakenOnce() {
    quarantine.add(order("m-1", THEN));
    RejectedEvent other = order("m-1", THEN.plusSeconds(5));
    quarantine.add(withId(other, "r-other"));

    ReplayReport report = replays.replay(new ReplayOrder(RejectionFilters.ALL, null, 1)).get();

    assertThat(report.replayed()).isEqualTo(1);
    assertThat(replays.replay(ALL).orElseThrow().replayed()).isZero();
    assertThat(quarantine.received()).hasSize(1);
    assertThat(quarantine.open()).isEmpty();
  }

  @Test
  void batchesPartIsReadWithWhatStoodAroundIt() {
    RejectedEvent alone =
        rejected(
            "r-1",
            "m-1",
            "POST /v1/batch",
            "{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\","
                + "\"messageId\":\"m-1\",\"timestamp\":\"2026-03-01T11:00:00Z\"}");
    quarantine.add(around(alone, "{\"sentAt\":\"2026-03-01T11:30:00Z\"}"));

    replays.replay(ALL);

    // The sender's clock was half an hour late when the batch came, not when it was replayed.
    assertThat(quarantine.received().get(0).event().occurredAt())
        .isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
  }

  @Test
  void wholeBodyIsReadAgainAndRefusedAgainWhereItIsStillNoJson() {
    quarantine.add(rejected("r-1", null, "POST /v1/batch", "{\"batch\":["));

    ReplayReport report = replays.replay(ALL).orElseThrow();

    assertThat(report.reasons())
        .extracting(ReplayReport.NotTaken::reason)
        .containsExactly("malformed-json");
    assertThat(quarantine.log()).isEmpty();
  }

  @Test
  void whatOfAWholeBodyIsStillAtFaultBecomesARejectionOfItsOwn() {
    quarantine.add(
        rejected(
            "r-1",
            null,
            "POST /v1/batch",
            "{\"batch\":[{\"type\":\"track\",\"userId\":\"a\",\"event\":\"E\"},{\"type\":\"nap\"}]}"));

    assertThat(replays.replay(ALL).orElseThrow().replayed()).isEqualTo(1);

    assertThat(quarantine.received()).hasSize(1);
    assertThat(quarantine.open())
        .extracting(RejectedEvent::reason, RejectedEvent::rejectedAt)
        .containsExactly(tuple("unknown-type", THEN));
    // Kafka deletes by this time, so the first receipt's would end a part at once.
    assertThat(quarantine.log()).extracting(LogRecord::timestamp).containsOnly(NOW);
    assertThat(fixture.counts.accepted).isEqualTo(1);
    assertThat(fixture.counts.rejected).isEqualTo(1);
  }

  @Test
  void recordThatTheTopologyCouldNotReadIsSentToItAgain() {
    quarantine.add(order("m-1", THEN));
    replays.replay(ALL);
    String record = new String(quarantine.log().get(0).value(), UTF_8);
    quarantine.add(
        rejected("ingest-service:received-events-0@7", null, "received-events-0@7", record));

    assertThat(replays.replay(ALL).orElseThrow().replayed()).isEqualTo(1);

    assertThat(quarantine.received()).hasSize(2);
  }

  @Test
  void recordsOfOtherTopicsAndServicesAreListedAsNotReplayable() {
    quarantine.add(rejected("r-1", null, "identity-links-0@7", "{}"));
    quarantine.add(foreign(order("m-2", THEN)));

    ReplayReport report = replays.replay(ALL).orElseThrow();

    assertThat(report.notReplayable()).isEqualTo(2);
    assertThat(report.reasons())
        .extracting(ReplayReport.NotTaken::reason)
        .containsOnly("not-replayable");
    assertThat(quarantine.log()).isEmpty();
  }

  @Test
  void limitLeavesTheRestAndTheCursorGoesOnBehindWhatWasRefused() {
    quarantine.add(rejected("r-0", null, "POST /v1/track", "{"));
    quarantine.add(order("m-1", THEN.plusSeconds(1)));

    ReplayReport first = replays.replay(new ReplayOrder(RejectionFilters.ALL, null, 1)).get();
    ReplayReport second =
        replays.replay(new ReplayOrder(RejectionFilters.ALL, first.next(), 1)).orElseThrow();

    assertThat(first.refusedAgain()).isEqualTo(1);
    assertThat(first.next()).isEqualTo(new RejectionPosition(THEN, "r-0"));
    assertThat(second.replayed()).isEqualTo(1);
    assertThat(second.next()).isNull();
  }

  @Test
  void nothingIsSentWhileEarlierMarksMayBeUnread() {
    quarantine.add(order("m-1", THEN));

    assertThatThrownBy(() -> fixture.replays("EUR", false).replay(ALL))
        .isInstanceOf(RejectionsUnavailableException.class);

    assertThat(quarantine.log()).isEmpty();
    assertThat(replays.replay(ALL)).isPresent();
  }

  @Test
  void oneReplayRunsAtATime() {
    quarantine.occupy();

    assertThat(replays.replay(ALL)).isEmpty();
  }

  @Test
  void filterChoosesWhatIsReplayed() {
    quarantine.add(order("m-1", THEN));
    RejectionFilter other =
        new RejectionFilter("too-long", null, null, null, null, false, null, Set.of());

    assertThat(replays.replay(new ReplayOrder(other, null, 1)).orElseThrow().replayed()).isZero();
  }
}
