package io.clientele.bench.profile;

import io.clientele.bench.events.CrowdEvents;
import io.clientele.bench.http.CustomerReads;
import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.OpenLoop;
import io.clientele.bench.kafka.PacedEvents;
import io.clientele.bench.report.Sides;
import io.clientele.bench.report.Spread;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * {@code GET /v1/customers/{id}} at a constant rate: while nothing else happens, and beside events.
 *
 * @param rounds each without events and with them
 */
record Reads(List<Sides<HttpRound, HttpRound>> rounds) {

  private static final int CONNECTIONS = 32;
  private static final int WARM_UP_ROUNDS = 2;
  private static final long SEED = 23;

  /** How many events are written beside reads. */
  static long events(Settings settings) {
    return (long) (WARM_UP_ROUNDS + settings.readRounds())
        * settings.readLength().toSeconds()
        * settings.besideEventsPerSecond();
  }

  /** Asks the service that runs. */
  static Reads measured(Scene scene, CrowdEvents events) throws Exception {
    Settings settings = scene.settings();
    CustomerReads reads = new CustomerReads(events.plan().crowd(), SEED);
    OpenLoop loop = new OpenLoop(scene.service().process().port(), CONNECTIONS);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      beside(scene, events, loop, reads);
    }
    List<Sides<HttpRound, HttpRound>> rounds =
        Sides.alternate(
            settings.readRounds(),
            () -> told(scene, "alone", alone(settings, loop, reads)),
            () -> told(scene, "beside events", beside(scene, events, loop, reads)));
    return new Reads(rounds);
  }

  private static HttpRound alone(Settings settings, OpenLoop loop, CustomerReads reads)
      throws IOException {
    return loop.run(reads, settings.readsPerSecond(), settings.readLength());
  }

  private static HttpRound beside(
      Scene scene, CrowdEvents events, OpenLoop loop, CustomerReads reads) throws Exception {
    int rate = scene.settings().besideEventsPerSecond();
    PacedEvents paced =
        new PacedEvents(scene.log(), events::next, rate, scene.settings().readLength());
    try {
      return alone(scene.settings(), loop, reads);
    } finally {
      paced.stop();
      scene.settle();
    }
  }

  private static HttpRound told(Scene scene, String what, HttpRound round) {
    scene.say(
        "  %,d reads/s %-14s p50 %.1f  p99 %.1f  p99.9 %.1f ms; client %.2f cores%s"
            .formatted(
                scene.settings().readsPerSecond(),
                what,
                round.p50Millis(),
                round.p99Millis(),
                round.p999Millis(),
                round.clientCores(),
                round.errors().isEmpty() ? "" : "; errors: " + round.errors()));
    return round;
  }

  Spread alone(ToDoubleFunction<HttpRound> figure) {
    return Sides.of(rounds, (alone, beside) -> figure.applyAsDouble(alone));
  }

  Spread besideEvents(ToDoubleFunction<HttpRound> figure) {
    return Sides.of(rounds, (alone, beside) -> figure.applyAsDouble(beside));
  }

  long errors() {
    return rounds.stream()
        .flatMap(round -> List.of(round.ours(), round.theirs()).stream())
        .flatMap(round -> round.errors().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
