package io.clientele.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.EventRecords;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.Intake;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.Rejections;
import io.clientele.ingest.call.Judge;
import io.clientele.ingest.call.Knowledge;
import io.clientele.ingest.call.Market;
import io.clientele.ingest.clean.UserAgent;
import io.clientele.ingest.kafka.KafkaReplayLog;
import io.clientele.ingest.kafka.TopicEnds;
import io.clientele.ingest.quarantine.RefusedOrders;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.ReplayLog;
import io.clientele.ingest.quarantine.ReplayOrder;
import io.clientele.ingest.quarantine.ReplayReport;
import io.clientele.ingest.quarantine.Replays;
import io.clientele.ingest.quarantine.Rereader;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.store.RejectionProjectionStore;
import io.clientele.ingest.store.RejectionStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a real broker and a real database, with the projector between them. */
final class ReplayIT {

  private static final String SERVICE = "ingest-service";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

  private static final RecordFormat<RejectedEvent> REJECTED = RecordFormat.of(RejectedEvent.class);
  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);

  @TempDir private static Path directory;
  private static ReplayBacking backing;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final List<RejectedEvent> counted = new ArrayList<>();
  private RejectionProjectionStore projection;
  private RejectionStore store;
  private RunningProjector projector;
  private TopicEnds ends;
  private Replays replays;

  @BeforeAll
  static void startBacking() throws Exception {
    backing = ReplayBacking.start(directory);
  }

  @AfterAll
  static void stopBacking() throws Exception {
    backing.stop();
  }

  @BeforeEach
  void startProjecting() {
    projection = new RejectionProjectionStore(backing.database());
    store = new RejectionStore(backing.database());
    projector = new RunningProjector(backing.kafka(), SERVICE, projection, counted::add);
    ends = new TopicEnds(backing.kafka(), Topics.REJECTED_EVENTS);
    replays =
        new Replays(
            store,
            new ProjectionWait(ends, projection),
            new Rereader(
                SERVICE,
                List.of(new SegmentProtocol()),
                name -> new Source(name, null, Defaults.NONE, null, List.of()),
                new Judge(
                    new Knowledge("EUR", Market.Rates.NONE, header -> UserAgent.UNKNOWN),
                    () -> "unused")),
            log(),
            new Rejections(SERVICE),
            new Uncounted(),
            Clock.systemUTC());
  }

  @AfterEach
  void stopProjecting() throws InterruptedException {
    projector.stop(PATIENCE);
    ends.close();
  }

  @Test
  void replayTakesAnEventOnceAndItsMarkOutlivesTheMemoryOfIds() throws Exception {
    refuse(order("m"));

    ReplayReport first = replayAll();
    ReplayReport second = replayAll();

    assertThat(first.replayed()).isEqualTo(1);
    assertThat(second.replayed()).isZero();
    assertThat(received()).containsExactly(Fingerprint.of("shop", "m-" + run));
    // No topology ran here, and so no memory of ids: the mark alone holds.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(store.withId("r-m-" + run).orElseThrow().rejected().replayedAt())
                    .isNotNull());
  }

  @Test
  void crashBeforeTheCommitLeavesNeitherEventNorMark() throws Exception {
    RejectedEvent order = order("m");
    refuse(order);
    Producer<String, byte[]> crashing = backing.transactional();
    crashing.initTransactions();
    crashing.beginTransaction();
    crashing
        .send(
            new ProducerRecord<>(
                Topics.REJECTED_EVENTS.name(),
                order.source(),
                REJECTED.write(order.replayed(Instant.now()))))
        .get();
    crashing.close(Duration.ZERO);

    assertThat(replayAll().replayed()).isEqualTo(1);

    assertThat(replayAll().replayed()).isZero();
    assertThat(received()).containsExactly(Fingerprint.of("shop", "m-" + run));
  }

  @Test
  void commitWhoseAnswerWasLostIsSeenByTheNextReplay() throws Exception {
    RejectedEvent order = order("m");
    refuse(order);
    ReceivedEvent event =
        RECEIVED.read(
            """
            {"alias":{"eventId":"%s","source":"shop","userId":"a","previousId":"b",
             "receivedAt":"2026-03-01T12:00:00Z"}}"""
                .formatted(Fingerprint.of("shop", "m-" + run))
                .getBytes(StandardCharsets.UTF_8));
    try (ReplayLog.Session session = log().openSession()) {
      session.write(
          List.of(
              EventRecords.of(event).orElseThrow(),
              new Rejections(SERVICE).record(order.replayed(Instant.now()))));
    }

    assertThat(replayAll().replayed()).isZero();

    assertThat(received()).hasSize(1);
  }

  @Test
  void projectorGoesOnWhereTheStoreSaysAndKeepsWhatIsNoRejectionToo() throws Exception {
    refuse(order("before"));
    await().atMost(PATIENCE).until(() -> store.withId("r-before-" + run).isPresent());
    stopProjecting();

    refuse(order("after"));
    backing.send(Topics.REJECTED_EVENTS, "no json " + run);
    startProjecting();

    await().atMost(PATIENCE).until(() -> store.withId("r-after-" + run).isPresent());
    RejectionFilter unread =
        new RejectionFilter(null, null, null, null, null, null, "no json " + run, Set.of());
    await().atMost(PATIENCE).until(() -> store.newest(unread, null, 2).size() == 1);
    assertThat(store.newest(unread, null, 1).get(0).rejected().place())
        .startsWith("rejected-events-");
    assertThat(counted).hasSize(1);
    await().atMost(PATIENCE).until(() -> projector.lag() == 0);
  }

  private ReplayReport replayAll() {
    RejectionFilter mine = new RejectionFilter(null, null, null, null, null, false, run, Set.of());
    return replays.replay(new ReplayOrder(mine, null, 10)).orElseThrow();
  }

  private void refuse(RejectedEvent rejected) throws Exception {
    backing.send(
        Topics.REJECTED_EVENTS, new String(REJECTED.write(rejected), StandardCharsets.UTF_8));
  }

  /** Ids of this run's events that a topology would see. */
  private List<String> received() {
    return backing.received().stream().filter(Fingerprint.of("shop", "m-" + run)::equals).toList();
  }

  private static ReplayLog log() {
    return new KafkaReplayLog(backing::transactional, SERVICE);
  }

  private RejectedEvent order(String message) {
    return RefusedOrders.order(message + "-" + run, THEN);
  }

  /** What is taken is of no interest here. */
  private static final class Uncounted implements Intake.Observer {

    @Override
    public void accepted(String source, int events) {}

    @Override
    public void rejected(RejectedEvent rejected) {}
  }
}
