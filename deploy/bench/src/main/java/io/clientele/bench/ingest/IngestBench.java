package io.clientele.bench.ingest;

import io.clientele.bench.events.ShopEvents;
import io.clientele.bench.http.HttpRound;
import io.clientele.bench.ingest.IngestReport.Comparison;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.KafkaRound;
import io.clientele.bench.kafka.KafkaSide;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.bench.kafka.Throughput;
import io.clientele.bench.process.HotFrames;
import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.bench.report.Sides;
import io.clientele.bench.report.Spread;
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
      Phase paused = phase(producer, bare, () -> {});
      paused.warmUp();
      Comparison<KafkaRound> batchAlone = paused.batches();
      Spread producerAsIngest = paused.producerAsIngest();
      Comparison<HttpRound> singleAlone = paused.singles();
      hot(ingest.stop("paused"));

      topics.keepLatest(RECEIVED, settings.backlog());
      CommittedRecords records = new CommittedRecords(kafka, topics);
      long backlog = records.count(RECEIVED);
      say.accept("the topology works off a backlog of %,d events".formatted(backlog));
      double topology = topology(topics);

      Phase running = phase(producer, bare, () -> settle(kafka));
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
          producerAsIngest,
          topology,
          (double) RememberedIds.bytes(home.state(Service.INGEST.label())) / written,
          ended.peakResidentBytes(),
          ended.peakHeapBytes(),
          backlog + running.accepted(),
          written,
          paused.errors() + running.errors(),
          batchAlone,
          singleAlone,
          batchRunning,
          singleRunning);
    }
  }

  private Phase phase(KafkaSide producer, BareHandler bare, Runnable calmDown) {
    return new Phase(new Phase.Contestants(ingest, producer, bare), settings, calmDown, say);
  }

  private double topology(KafkaTopics topics) throws Exception {
    String group = Service.INGEST.module();
    Throughput throughput = new Throughput(() -> topics.behind(group, RECEIVED));
    ingest.launch("running", true);
    double rate = throughput.ofSecondHalf(ingest::isAlive);
    ingest.awaitReady();
    say.accept("  topology              %,9.0f events/s".formatted(rate));
    return rate;
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
}
