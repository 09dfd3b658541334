package io.clientele.recommendation.app;

import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.lightgbm.LightGbm;
import io.clientele.recommendation.models.Election;
import io.clientele.recommendation.models.Electorate;
import io.clientele.recommendation.models.ModelClients;
import io.clientele.recommendation.models.ModelReader;
import io.clientele.recommendation.models.Publication;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.training.ElectedInstance;
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
  FitRun run(ShopLearner learner, ModelShelf shelf, Publication publication, FitSchedule schedule) {
    return new FitRun(learner, shelf, publication, schedule);
  }

  @Produces
  @Singleton
  Trainer trainer(ElectedInstance elected, FitRun run, Clock clock) {
    ExecutorService learning =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "ranker-fit");
              thread.setDaemon(true);
              return thread;
            });
    return new Trainer(elected, run, learning, clock);
  }
}
