package io.clientele.bench.profile;

import io.clientele.bench.counter.BareCounter;
import io.clientele.bench.events.CrowdEvents;
import io.clientele.bench.kafka.NewestRecords;
import io.clientele.bench.report.Sides;
import io.clientele.bench.report.Spread;
import java.nio.ByteBuffer;
import java.util.List;

/** The service against the bare counter: equal backlogs, each side's while the other is idle. */
final class Rounds {

  /** Rounds that are not faster by this much than the best before say that it has been seen. */
  private static final double STEADY_GROWTH = 1.03;

  private static final int MOST_WARM_UP_ROUNDS = 6;

  private final Scene scene;
  private final Settings settings;
  private final Contestant ours;
  private final Contestant bare;
  private final CrowdEvents ourEvents;
  private final CrowdEvents bareEvents;
  private long drained;

  Rounds(Scene scene) throws Exception {
    this.scene = scene;
    this.settings = scene.settings();
    this.ours = scene.ours();
    this.bare = scene.bareCounter();
    long more =
        settings.backlog() * (MOST_WARM_UP_ROUNDS + settings.rounds() + 1L)
            + Reads.events(settings);
    this.ourEvents = scene.newCrowd("customer", settings.customers(), more, Settings.SKEW);
    this.bareEvents = scene.sameCrowd("customer", settings.customers(), more, Settings.SKEW);
  }

  /** Rounds, and the ratio of what each side worked off a second. */
  record Comparison(Spread ratio, List<Sides<Drained, Drained>> rounds) {}

  Comparison run() throws Exception {
    scene.say("%,d customers come for the first time; warming up".formatted(settings.customers()));
    for (long left = ourEvents.plan().firstEvents(); left > 0; left -= settings.backlog()) {
      both(Math.min(left, settings.backlog()));
    }
    double best = 0;
    double bareBest = 0;
    for (int round = 0; round < MOST_WARM_UP_ROUNDS; round++) {
      Sides<Drained, Drained> both = both(settings.backlog());
      double rate = both.ours().eventsPerSecond();
      double bareRate = both.theirs().eventsPerSecond();
      if (rate < best * STEADY_GROWTH && bareRate < bareBest * STEADY_GROWTH) {
        break;
      }
      best = Math.max(best, rate);
      bareBest = Math.max(bareBest, bareRate);
    }
    scene.say("%d rounds of %,d events".formatted(settings.rounds(), settings.backlog()));
    List<Sides<Drained, Drained>> rounds =
        Sides.alternate(
            settings.rounds(),
            () -> ourRound(settings.backlog()),
            () -> bareRound(settings.backlog()));
    drained += settings.rounds() * settings.backlog();
    return new Comparison(
        Sides.of(rounds, (one, other) -> one.eventsPerSecond() / other.eventsPerSecond()), rounds);
  }

  /** Events that each side has been given so far. */
  long drained() {
    return drained;
  }

  /** What comes after the events of the rounds. */
  CrowdEvents goingOn() {
    return ourEvents;
  }

  /** The sum of all counts that the bare counter has logged. */
  long counted() {
    return NewestRecords.sum(
        BareCounter.CHANGELOG,
        scene.records(),
        scene.topics(),
        count -> ByteBuffer.wrap(count).getLong());
  }

  private Sides<Drained, Drained> both(long events) throws Exception {
    drained += events;
    return new Sides<>(ourRound(events), bareRound(events));
  }

  private Drained ourRound(long events) throws Exception {
    return told("profile-service", ours.drain(ourEvents, events));
  }

  private Drained bareRound(long events) throws Exception {
    return told("bare counter", bare.drain(bareEvents, events));
  }

  private Drained told(String who, Drained drained) {
    scene.say(
        "  %-16s %,9.0f events/s  %.0f µs of processor time an event"
            .formatted(who, drained.eventsPerSecond(), drained.cpuMicrosPerEvent()));
    return drained;
  }
}
