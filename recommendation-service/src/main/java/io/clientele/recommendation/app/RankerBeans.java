package io.clientele.recommendation.app;

import io.clientele.recommendation.fit.Fit;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.lightgbm.LightGbm;
import io.clientele.recommendation.log.LogReader;
import io.clientele.recommendation.models.Election;
import io.clientele.recommendation.models.Electorate;
import io.clientele.recommendation.models.ModelClients;
import io.clientele.recommendation.models.ModelReader;
import io.clientele.recommendation.models.Publication;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.training.ElectedInstance;
import io.clientele.recommendation.training.FitOutcome;
import io.clientele.recommendation.training.FitRun;
import io.clientele.recommendation.training.FitSchedule;
import io.clientele.recommendation.training.ModelShelf;
import io.clientele.recommendation.training.Trainer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts together what learns, elects and publishes. */
class RankerBeans {

  private static final Logger LOG = Logger.getLogger(RankerBeans.class);

  @Produces
  @Singleton
  TreeFit trees() {
    LightGbm trees = new LightGbm();
    trees
        .unavailable()
        .ifPresent(why -> LOG.warnf("no trees can be learned, the linear ranker serves: %s", why));
    return trees;
  }

  @Produces
  @Singleton
  ModelShelf shelf(Recommender recommender, MeterRegistry meters) {
    ModelShelf shelf = new ModelShelf(recommender::use);
    meters.gauge(
        "clientele.recommendation.model.version",
        shelf,
        models -> models.serving().map(model -> model.version()).orElse(0));
    return shelf;
  }

  @Produces
  @Singleton
  ModelReader reader(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      ModelShelf shelf,
      MeterRegistry meters) {
    Counter refused = meters.counter("clientele.recommendation.models.refused");
    return new ModelReader(() -> ModelClients.reader(bootstrapServers), shelf, refused::increment);
  }

  @Produces
  @Singleton
  FitSchedule schedule(RecommendationConfig config) {
    return new FitSchedule(config.fitEvery(), config.fitSessions());
  }

  @Produces
  @Singleton
  Election election(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "clientele.advertised-address") String advertisedAddress,
      MeterRegistry meters) {
    Election election =
        new Election(() -> ModelClients.member(bootstrapServers, advertisedAddress));
    meters.gauge(
        "clientele.recommendation.elected", election, e -> e.membership().isPresent() ? 1 : 0);
    return election;
  }

  @Produces
  @Singleton
  ElectedInstance elected(
      Election election,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    return new Electorate(
        election,
        () -> Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
  }

  @Produces
  @Singleton
  Publication publication(
      Election election,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Publication(
        () -> ModelClients.transactional(bootstrapServers), election::membership, service);
  }

  @Produces
  @Singleton
  FitRun run(
      TreeFit trees,
      RecommendationConfig config,
      Recommender recommender,
      ModelShelf shelf,
      Publication publication,
      FitSchedule schedule,
      Clock clock) {
    Fit fit = new Fit(trees, bounds(config));
    return new FitRun(
        (incumbent, now) -> fit.run(recommender.shop(), incumbent, now),
        recommender.shop()::sessions,
        shelf,
        publication,
        schedule,
        clock);
  }

  @Produces
  @Singleton
  Trainer trainer(
      ElectedInstance elected,
      Recommender recommender,
      LogReader reader,
      ModelShelf shelf,
      FitSchedule schedule,
      FitRun run) {
    ExecutorService learning =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "ranker-fit");
              thread.setDaemon(true);
              return thread;
            });
    Trainer.Shop shop =
        new Trainer.Shop(() -> reader.progress().caughtUp(), recommender.shop()::sessions);
    return new Trainer(elected, shop, shelf, schedule, () -> told(run.get()), learning);
  }

  private static FitOutcome told(FitOutcome outcome) {
    if (outcome instanceof FitOutcome.Fitted fitted) {
      LOG.infof(
          "the ranker learned: model=%s serve=%s published=%s seconds=%d why=%s",
          fitted.model().name(),
          fitted.model().serve(),
          fitted.published(),
          fitted.took().toSeconds(),
          fitted.why());
    }
    return outcome;
  }

  private static Fit.Bounds bounds(RecommendationConfig config) {
    if (config.fitSessions() < 1 || config.fitQueries() < 1) {
      throw new IllegalArgumentException(
          "clientele.recommendation.fit-sessions is %d and fit-queries %d; both are above zero"
              .formatted(config.fitSessions(), config.fitQueries()));
    }
    return new Fit.Bounds(
        config.fitSessions(), config.indexBytes().asLongValue(), config.fitQueries());
  }
}
