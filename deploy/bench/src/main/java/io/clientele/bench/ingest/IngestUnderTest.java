package io.clientele.bench.ingest;

import io.clientele.bench.events.ShopEvents;
import io.clientele.bench.http.EventRequests;
import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.Load;
import io.clientele.bench.http.Requests;
import io.clientele.bench.process.ProcessFigures;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Tuning;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The packaged ingest service as a process of its own, and the calls that it gets. */
public final class IngestUnderTest {

  /**
   * Quarkus starts Kafka Streams when all topics it is told of are there. This one never is, so
   * that the topology waits, in an unchanged service.
   */
  private static final Map<String, String> PAUSED =
      Map.of("QUARKUS_KAFKA_STREAMS_TOPICS", "topology-paused-by-the-bench");

  private static final int DIFFERENT_EVENTS = 20_000;
  private static final long SEED = 7;

  private final Platform platform;
  private final Home home;
  private final List<String> jvmOptions;
  private final Path recordings;
  private final AtomicLong numbers = new AtomicLong();
  private Child process;
  private Path collections;

  /**
   * @param jvmOptions heap, collector and compiler
   * @param recordings where flight recordings go; null records nothing
   */
  public IngestUnderTest(Platform platform, Home home, List<String> jvmOptions, Path recordings) {
    this.platform = platform;
    this.home = home;
    this.jvmOptions = List.copyOf(jvmOptions);
    this.recordings = recordings;
  }

  /** What is known of a process that has ended, by which name. */
  public record Ended(long peakResidentBytes, long peakHeapBytes, Duration cpu, Path recording) {}

  /**
   * Starts it and does not wait.
   *
   * @param name tells its files from those of its other starts
   * @param topology whether Kafka Streams is to run
   */
  public void launch(String name, boolean topology) throws IOException {
    List<String> options = new ArrayList<>(jvmOptions);
    collections = home.directory().resolve("gc-" + name + ".log");
    options.add("-Xlog:gc:file=" + collections);
    if (recordings != null) {
      options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording(name));
    }
    process = platform.start(Service.INGEST, 1, new Tuning(options, topology ? Map.of() : PAUSED));
  }

  /** Waits until it calls itself ready, which it never does while its topology is paused. */
  public void awaitReady() throws IOException {
    platform.awaitReady(List.of(process));
  }

  /** Waits until it has taken one event. */
  void awaitFirstTaken() throws IOException, InterruptedException {
    new FirstCall(process, platform.credentials().writeKey()).awaitTaken();
  }

  private Path recording(String name) {
    return recordings == null ? null : recordings.resolve("ingest-" + name + ".jfr");
  }

  /** Requests of {@code batch} events each. */
  Requests requests(int connections, int batch) {
    return new EventRequests(
        new EventRequests.Plan(
            new ShopEvents(SEED),
            numbers,
            platform.credentials().writeKey(),
            connections,
            batch,
            DIFFERENT_EVENTS / connections),
        Clock.systemUTC());
  }

  /** As many requests as go through. */
  ServiceRound round(Requests requests, int connections, Duration length) throws IOException {
    Child broker = platform.child(Platform.KAFKA).orElseThrow();
    Duration serviceBefore = ProcessFigures.cpu(process);
    Duration brokerBefore = ProcessFigures.cpu(broker);
    HttpRound http = new Load(process.port(), connections).run(requests, length);
    return new ServiceRound(
        http,
        cores(ProcessFigures.cpu(process).minus(serviceBefore), http),
        cores(ProcessFigures.cpu(broker).minus(brokerBefore), http));
  }

  private static double cores(Duration cpu, HttpRound round) {
    return cpu.toNanos() / 1e9 / round.seconds();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The base address of the service. */
  public Child process() {
    return process;
  }

  /** Stops it in order. */
  public Ended stop(String name) throws IOException {
    long resident = ProcessFigures.peakResidentBytes(process);
    Duration cpu = ProcessFigures.cpu(process);
    platform.stop(process);
    return new Ended(resident, ProcessFigures.peakHeapBytes(collections), cpu, recording(name));
  }
}
