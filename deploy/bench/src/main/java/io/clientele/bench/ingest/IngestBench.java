package io.clientele.bench.ingest;

import io.clientele.bench.events.ShopEvents;
import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.Requests;
import io.clientele.bench.ingest.IngestReport.Comparison;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.KafkaRound;
import io.clientele.bench.kafka.KafkaSide;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.bench.kafka.Throughput;
import io.clientele.bench.process.HotFrames;
import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.contract.Topics;
import io.clientele.local.load.CatchUp;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds ingest against Kafka's own producer and against a bare handler: first with the topology
 * paused, then, after it has worked off a backlog, with the topology running.
 */
public final class IngestBench {

  private static final String RECEIVED = Topics.RECEIVED_EVENTS.name();
  private static final String WRITTEN = Topics.CUSTOMER_EVENTS.name();
  private static final long SEED = 11;
  private static final long WARM_UP_RECORDS = 200_000;

  private final Path checkout;
  private final Platform platform;
  private final Home home;
  private final Settings settings;
  private final Consumer<String> say;
  private final List<String> jvmOptions;
  private final IngestUnderTest ingest;
  private final Machine machine;

  /**
   * @param platform with nothing running yet
   * @param say takes one line about each step
   */
  public IngestBench(
      Path checkout, Platform platform, Home home, Settings settings, Consumer<String> say)
      throws Exception {
    this.machine = Machine.here();
    this.checkout = checkout;
    this.platform = platform;
    this.home = home;
    this.settings = settings;
    this.say = say;
    this.jvmOptions = List.of("-Xmx" + settings.heap(), "-XX:+UseSerialGC");
    this.ingest = new IngestUnderTest(platform, home, jvmOptions, settings.recordings());
  }

  /** Starts all that it needs and measures; the platform's owner stops it. */
  public IngestReport run() throws Exception {
    say.accept("starting Kafka, PostgreSQL, ingest with its topology paused, the bare handler");
    String kafka = platform.startBacking().kafka();
    try (KafkaTopics topics = new KafkaTopics(kafka)) {
      ingest.launch("paused", false);
      ingest.awaitFirstTaken();
      BareHandler bare = BareHandler.started(platform, home, checkout, jvmOptions);
      KafkaSide producer = new KafkaSide(topics, kafka, new ShopEvents(SEED), home.directory());
      Phase paused = new Phase(producer, bare, () -> {});
      paused.warmUp();
      Comparison<KafkaRound> batchAlone = paused.batches();
      Comparison<HttpRound> singleAlone = paused.singles();
      hot(ingest.stop("paused"));

      topics.keepLatest(RECEIVED, settings.backlog());
      CommittedRecords records = new CommittedRecords(kafka, topics);
      long backlog = records.count(RECEIVED);
      say.accept("the topology works off a backlog of %,d events".formatted(backlog));
      double topology = topology(topics, backlog);

      Phase running = new Phase(producer, bare, () -> settle(kafka));
      running.warmUp();
      Comparison<KafkaRound> batchRunning = running.batches();
      Comparison<HttpRound> singleRunning = running.singles();
      settle(kafka);
      long written = records.count(WRITTEN);
      IngestUnderTest.Ended ended = ingest.stop("running");
      hot(ended);
      return new IngestReport(
          Instant.now().toString(),
          Checkout.commit(checkout),
          machine,
          settings,
          producer.bytesAnEvent(),
          batchRunning.ratio().median(),
          batchAlone.ratio().median(),
          singleRunning.ratio().median(),
          singleAlone.ratio().median(),
          Sides.of(singleRunning.rounds(), (ours, theirs) -> ours.http().p99Millis()).median(),
          topology,
          (double) RememberedIds.bytes(home.state(Service.INGEST.label())) / written,
          ended.peakResidentBytes(),
          ended.peakHeapBytes(),
          backlog + running.accepted,
          written,
          paused.errors + running.errors,
          batchAlone,
          singleAlone,
          batchRunning,
          singleRunning);
    }
  }

  private double topology(KafkaTopics topics, long backlog) throws Exception {
    Throughput throughput = new Throughput(topics, WRITTEN);
    ingest.launch("running", true);
    double seconds = throughput.secondsFor(backlog, ingest::isAlive);
    ingest.awaitReady();
    say.accept("  topology              %,9.0f events/s".formatted(backlog / seconds));
    return backlog / seconds;
  }

  private static void settle(String kafka) {
    try (CatchUp topology = new CatchUp(kafka, List.of())) {
      topology.await(behind -> {});
    }
  }

  private void hot(IngestUnderTest.Ended ended) throws Exception {
    if (ended.recording() != null) {
      say.accept(ended.recording() + ":\n" + new HotFrames(ended.recording()).text());
    }
  }

  /** The rounds with one state of the topology. */
  private final class Phase {

    private final KafkaSide producer;
    private final BareHandler bare;
    private final Runnable calmDown;
    private final Requests batches = ingest.requests(settings.batchConnections(), Settings.BATCH);
    private final Requests singles = ingest.requests(settings.singleConnections(), 1);
    private long producerRecords = WARM_UP_RECORDS;
    private long accepted;
    private long errors;

    /**
     * @param calmDown waits until nothing of an earlier round is under way any more
     */
    Phase(KafkaSide producer, BareHandler bare, Runnable calmDown) {
      this.producer = producer;
      this.bare = bare;
      this.calmDown = calmDown;
    }

    /** Twice what a round has: a compiled service is measured, not a compiler. */
    void warmUp() throws Exception {
      say.accept("warming up");
      batchRound();
      batchRound();
      singleRound();
      bareRound();
      KafkaRound first = producerRound();
      producerRecords =
          Math.max(
              1_000, Math.round(first.recordsPerSecond() * settings.length().toMillis() / 1e3));
      producerRound();
    }

    Comparison<KafkaRound> batches() throws Exception {
      List<Sides<ServiceRound, KafkaRound>> rounds =
          Sides.alternate(settings.rounds(), this::batchRound, this::producerRound);
      return new Comparison<>(
          Sides.of(
              rounds, (ours, theirs) -> ours.http().eventsPerSecond() / theirs.recordsPerSecond()),
          rounds);
    }

    Comparison<HttpRound> singles() throws Exception {
      List<Sides<ServiceRound, HttpRound>> rounds =
          Sides.alternate(settings.rounds(), this::singleRound, this::bareRound);
      return new Comparison<>(
          Sides.of(
              rounds,
              (ours, theirs) -> ours.http().requestsPerSecond() / theirs.requestsPerSecond()),
          rounds);
    }

    private ServiceRound batchRound() throws Exception {
      return told("batches", batches, settings.batchConnections());
    }

    private ServiceRound singleRound() throws Exception {
      return told("single calls", singles, settings.singleConnections());
    }

    private ServiceRound told(String what, Requests requests, int connections) throws Exception {
      calmDown.run();
      ServiceRound round = ingest.round(requests, connections, settings.length());
      HttpRound http = round.http();
      accepted += http.accepted();
      errors += errors(http);
      say.accept(
          "  ingest, %-13s %,9.0f events/s  p50 %.1f  p99 %.1f ms; cores: ingest %.2f, broker %.2f, client %.2f%s"
              .formatted(
                  what,
                  http.eventsPerSecond(),
                  http.p50Millis(),
                  http.p99Millis(),
                  round.serviceCores(),
                  round.brokerCores(),
                  http.clientCores(),
                  http.errors().isEmpty() ? "" : "; errors: " + http.errors()));
      return round;
    }

    private HttpRound bareRound() throws Exception {
      calmDown.run();
      HttpRound round = bare.round(singles, settings.singleConnections(), settings.length());
      errors += errors(round);
      say.accept(
          "  bare handler          %,9.0f calls/s   p50 %.1f  p99 %.1f ms; cores: client %.2f"
              .formatted(
                  round.requestsPerSecond(),
                  round.p50Millis(),
                  round.p99Millis(),
                  round.clientCores()));
      return round;
    }

    private KafkaRound producerRound() throws Exception {
      calmDown.run();
      KafkaRound round = producer.run(producerRecords);
      say.accept("  ProducerPerformance   %,9.0f events/s".formatted(round.recordsPerSecond()));
      return round;
    }

    private static long errors(HttpRound round) {
      return round.errors().values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
