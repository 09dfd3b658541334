package io.clientele.bench.recommend;

import io.clientele.bench.events.SessionEvents;
import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.OpenLoop;
import io.clientele.bench.kafka.EventLog;
import io.clientele.bench.kafka.PacedEvents;
import io.clientele.bench.process.ProcessFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests at constant rates, always beside events that the service learns. */
final class Loads implements AutoCloseable {

  private static final int CONNECTIONS = 64;
  private static final long SEED = 23;

  /** From where the search for a highest rate starts if no measured load was borne. */
  private static final int LEAST_PER_SECOND = 300;

  /** Longer than any round. */
  private static final Duration UNTIL_STOPPED = Duration.ofHours(1);

  private final Scene scene;
  private final SessionEvents live;
  private final List<LoadCase> cases;
  private final EventLog log;
  private final OpenLoop loop;
  private final Map<Ranker, SessionRequests> requests = new EnumMap<>(Ranker.class);

  Loads(Scene scene, SessionEvents live, List<LoadCase> cases) {
    this.scene = scene;
    this.live = live;
    this.cases = cases;
    this.log = scene.newLog("bench-events");
    this.loop = new OpenLoop(scene.service().process().port(), CONNECTIONS);
    for (LoadCase load : cases) {
      requests.putIfAbsent(load.ranker(), new SessionRequests(Optional.of(load.ranker()), SEED));
    }
  }

  /** Each ranker at the lowest rate that is measured. */
  void warmUp() throws Exception {
    for (Ranker ranker : requests.keySet()) {
      int rate =
          cases.stream()
              .filter(load -> load.ranker() == ranker)
              .mapToInt(LoadCase::perSecond)
              .min()
              .orElseThrow();
      round(requests.get(ranker), rate, scene.settings().warmUp());
    }
  }

  /** Rounds of all loads in turn; no more of one that the service does not keep up with. */
  Map<String, LoadFigures> measured() throws Exception {
    Map<LoadCase, List<LoadRound>> rounds = new LinkedHashMap<>();
    for (int number = 0; number < scene.settings().rounds(); number++) {
      for (LoadCase load : cases) {
        List<LoadRound> done = rounds.computeIfAbsent(load, first -> new ArrayList<>());
        if (done.stream().allMatch(round -> round.keepsUpWith(load.perSecond()))) {
          done.add(
              told(
                  load,
                  round(requests.get(load.ranker()), load.perSecond(), scene.settings().round())));
        }
      }
    }
    Map<String, LoadFigures> figures = new LinkedHashMap<>();
    rounds.forEach((load, done) -> figures.put(load.name(), LoadFigures.of(load, done)));
    return figures;
  }

  /** The highest rate of each ranker, upwards from the highest measured load that was borne. */
  Map<Ranker, HighestRate> highestRates(Map<String, LoadFigures> measured) throws Exception {
    Map<Ranker, HighestRate> rates = new EnumMap<>(Ranker.class);
    for (Ranker ranker : requests.keySet()) {
      int from =
          measured.values().stream()
              .filter(load -> load.ranker() == ranker && load.isBorne())
              .mapToInt(LoadFigures::perSecond)
              .max()
              .orElse(LEAST_PER_SECOND);
      rates.put(ranker, HighestRate.from(from, rate -> attempt(ranker, rate)));
      scene.say(
          "  %s: at most %,d requests/s".formatted(ranker.label(), rates.get(ranker).perSecond()));
    }
    return rates;
  }

  private HighestRate.Trial attempt(Ranker ranker, int perSecond) throws Exception {
    LoadRound round =
        told(
            new LoadCase("trial", ranker, perSecond),
            round(requests.get(ranker), perSecond, scene.settings().searchRound()));
    return new HighestRate.Trial(perSecond, round.bears(perSecond), round);
  }

  /** One request a second, so that what the events take can be told from what requests take. */
  LoadRound eventsOnly() throws Exception {
    return unnamed(1, scene.settings().searchRound());
  }

  /** One load of whatever ranker the service chooses, for some time. */
  LoadRound unnamed(int perSecond, Duration length) throws Exception {
    return round(new SessionRequests(Optional.empty(), SEED), perSecond, length);
  }

  /** Ends when the service has learned what was written meanwhile. */
  private LoadRound round(SessionRequests asked, int perSecond, Duration length) throws Exception {
    LoadRound round = besideEvents(asked, perSecond, length);
    scene.service().settle();
    return round;
  }

  private LoadRound besideEvents(SessionRequests asked, int perSecond, Duration length)
      throws Exception {
    PacedEvents events =
        new PacedEvents(log, live::next, scene.settings().eventsPerSecond(), UNTIL_STOPPED);
    try {
      Duration service = ProcessFigures.cpu(scene.service().process());
      Duration broker = ProcessFigures.cpu(scene.broker());
      HttpRound http = loop.run(asked, perSecond, length);
      return new LoadRound(
          http,
          cores(ProcessFigures.cpu(scene.service().process()).minus(service), http),
          cores(ProcessFigures.cpu(scene.broker()).minus(broker), http));
    } finally {
      events.stop();
    }
  }

  private static double cores(Duration used, HttpRound round) {
    return used.toNanos() / 1e9 / round.seconds();
  }

  private LoadRound told(LoadCase load, LoadRound round) {
    HttpRound http = round.http();
    scene.say(
        "  %-6s %,6d/s  p50 %.1f  p90 %.1f  p99 %.1f ms; cores: service %.2f, broker %.2f, client %.2f%s"
            .formatted(
                load.ranker().label(),
                load.perSecond(),
                http.p50Millis(),
                http.p90Millis(),
                http.p99Millis(),
                round.serviceCores(),
                round.brokerCores(),
                http.clientCores(),
                http.errors().isEmpty() ? "" : "; errors: " + http.errors()));
    return round;
  }

  @Override
  public void close() {
    log.close();
  }
}
