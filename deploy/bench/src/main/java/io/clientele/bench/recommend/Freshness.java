package io.clientele.bench.recommend;

import io.clientele.bench.kafka.EventLog;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long it takes until a visit changes what is suggested.
 *
 * @param probes visits that were looked for
 * @param lost that changed nothing in half a minute
 * @param p50Millis from when its events were due to be written until the answer that shows it
 * @param writtenP50Millis from when its events were committed
 */
record Freshness(
    int probes,
    int lost,
    double p50Millis,
    double p99Millis,
    double writtenP50Millis,
    double writtenP99Millis) {

  private static final int PROBES_A_SECOND = 5;
  private static final int REQUESTS_A_SECOND = 100;
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /** Beside the events of every load and a hundred requests a second. */
  static Freshness measured(Scene scene, Loads loads, String name) throws Exception {
    Duration length = scene.settings().probing();
    ExecutorService background = Executors.newSingleThreadExecutor();
    try (EventLog log = scene.newLog("bench-probes")) {
      Future<LoadRound> load =
          background.submit(() -> loads.unnamed(REQUESTS_A_SECOND, length.plus(MARGIN)));
      Freshness freshness =
          new Probing(new LoggedVisits(log, scene.service().client(), name), name)
              .run((int) (PROBES_A_SECOND * length.toSeconds()), PROBES_A_SECOND);
      load.get();
      scene.say(
          "  suggestions change %.0f ms after an event (p50), %.0f (p99); %.0f, %.0f after its commit"
              .formatted(
                  freshness.p50Millis,
                  freshness.p99Millis,
                  freshness.writtenP50Millis,
                  freshness.writtenP99Millis));
      return freshness;
    } finally {
      background.shutdownNow();
    }
  }

  /** Visits that are written as ingest writes them. */
  private record LoggedVisits(EventLog log, RecommendationClient client, String name)
      implements Probing.Shop {

    @Override
    public void visit(int number, String viewed, String next) {
      Instant now = Instant.now();
      List<CustomerEvent> events =
          List.of(view(number, viewed, now), view(number, next, now.plusMillis(1)));
      log.appendLive(Topics.CUSTOMER_EVENTS.name(), events.iterator()::next, events.size());
    }

    private CustomerEvent view(int number, String item, Instant at) {
      String visitor = name + "-" + number;
      return new CustomerEvent(
          item,
          visitor,
          visitor,
          null,
          at,
          at,
          "shop",
          Channel.WEB,
          visitor,
          null,
          Map.of(),
          List.of(),
          new Payload.ProductViewed(Product.of(item)));
    }

    @Override
    public boolean suggests(String viewed, String next) throws Exception {
      return client
          .suggestions(List.of(viewed), Optional.empty())
          .path("items")
          .findValuesAsText("id")
          .contains(next);
    }
  }
}
