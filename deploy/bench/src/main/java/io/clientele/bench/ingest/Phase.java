package io.clientele.bench.ingest;

import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.Requests;
import io.clientele.bench.ingest.IngestReport.Comparison;
import io.clientele.bench.kafka.KafkaRound;
import io.clientele.bench.kafka.KafkaSide;
import io.clientele.bench.report.Sides;
import io.clientele.bench.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The rounds with one state of the topology. */
final class Phase {

  private static final long WARM_UP_RECORDS = 200_000;
  private static final int MOST_WARM_UP_ROUNDS = 10;

  /** A round that is not faster by this much says that the best has been seen. */
  private static final double STEADY_GROWTH = 1.03;

  /** Ingest and those it is held against. */
  record Contestants(IngestUnderTest ingest, KafkaSide producer, BareHandler bare) {}

  private final Contestants who;
  private final Settings settings;
  private final Runnable calmDown;
  private final Consumer<String> say;
  private final Requests batches;
  private final Requests singles;
  private long producerRecords = WARM_UP_RECORDS;
  private long accepted;
  private long errors;

  /**
   * @param calmDown waits until nothing of an earlier round is under way any more
   * @param say takes one line about each round
   */
  Phase(Contestants who, Settings settings, Runnable calmDown, Consumer<String> say) {
    this.who = who;
    this.settings = settings;
    this.calmDown = calmDown;
    this.say = say;
    this.batches = who.ingest().requests(settings.batchConnections(), Settings.BATCH);
    this.singles = who.ingest().requests(settings.singleConnections(), 1);
  }

  /** Rounds that do not count, until they bring no more: compiled code is measured, no compiler. */
  void warmUp() throws Exception {
    say.accept("warming up");
    untilSteady(() -> batchRound().http().eventsPerSecond());
    untilSteady(() -> singleRound().http().requestsPerSecond());
    untilSteady(() -> bareRound().requestsPerSecond());
    KafkaRound first = producerRound();
    producerRecords =
        Math.max(1_000, Math.round(first.recordsPerSecond() * settings.length().toMillis() / 1e3));
    untilSteady(() -> producerRound().recordsPerSecond());
  }

  private static void untilSteady(Callable<Double> round) throws Exception {
    double best = round.call();
    for (int rounds = 1; rounds < MOST_WARM_UP_ROUNDS; rounds++) {
      double rate = round.call();
      if (rate < best * STEADY_GROWTH) {
        return;
      }
      best = Math.max(best, rate);
    }
  }

  Comparison<KafkaRound> batches() throws Exception {
    List<Sides<ServiceRound, KafkaRound>> rounds =
        Sides.alternate(settings.rounds(), this::batchRound, this::producerRound);
    return new Comparison<>(
        Sides.of(
            rounds, (ours, theirs) -> ours.http().eventsPerSecond() / theirs.recordsPerSecond()),
        rounds);
  }

  /** ProducerPerformance with ingest's own settings, events/s. */
  Spread producerAsIngest() throws Exception {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      calmDown.run();
      rates.add(who.producer().runAsIngest(producerRecords).recordsPerSecond());
    }
    return Spread.of(rates);
  }

  Comparison<HttpRound> singles() throws Exception {
    List<Sides<ServiceRound, HttpRound>> rounds =
        Sides.alternate(settings.rounds(), this::singleRound, this::bareRound);
    return new Comparison<>(
        Sides.of(
            rounds, (ours, theirs) -> ours.http().requestsPerSecond() / theirs.requestsPerSecond()),
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
    ServiceRound round = who.ingest().round(requests, connections, settings.length());
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
    HttpRound round = who.bare().round(singles, settings.singleConnections(), settings.length());
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
    KafkaRound round = who.producer().run(producerRecords);
    say.accept("  ProducerPerformance   %,9.0f events/s".formatted(round.recordsPerSecond()));
    return round;
  }

  /** The events that ingest's answers said were taken, warm-up included. */
  long accepted() {
    return accepted;
  }

  /** Requests of both sides that ended otherwise than with 2xx. */
  long errors() {
    return errors;
  }

  private static long errors(HttpRound round) {
    return round.errors().values().stream().mapToLong(Long::longValue).sum();
  }
}
