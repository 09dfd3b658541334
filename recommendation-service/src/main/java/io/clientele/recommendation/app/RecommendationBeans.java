package io.clientele.recommendation.app;

import io.clientele.contract.Topics;
import io.clientele.recommendation.log.LogReader;
import io.clientele.recommendation.log.Rejections;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.serve.Rule;
import io.clientele.recommendation.serve.RuleSettings;
import io.clientele.runtime.kafka.DurableProducer;
import io.clientele.runtime.streams.Quarantine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the recommender, the reader of the log and Kafka together. */
class RecommendationBeans {

  private static final int FETCHED_BYTES = 16 * 1024 * 1024;
  private static final int POLLED_RECORDS = 1000;

  @Produces
  @Singleton
  Recommender recommender(RecommendationConfig config, MeterRegistry meters) {
    RuleSettings rules =
        new RuleSettings(config.replenishable().orElse(Set.of()), config.itemAge());
    Recommender recommender = new Recommender(config.indexBytes().asLongValue(), rules);
    meters.gauge("clientele.recommendation.sessions", recommender, r -> r.size().sessions());
    meters.gauge("clientele.recommendation.items", recommender, r -> r.size().items());
    meters.gauge("clientele.recommendation.index.bytes", recommender, r -> r.size().bytes());
    meters.gauge("clientele.recommendation.names.refused", recommender, r -> r.size().refused());
    for (Rule rule : Rule.values()) {
      FunctionCounter.builder(
              "clientele.recommendation.left.out", recommender, r -> r.leftOut(rule))
          .tag("rule", rule.word())
          .register(meters);
    }
    FunctionCounter.builder("clientele.bot.events", recommender, r -> r.size().bots())
        .register(meters);
    return recommender;
  }

  @Produces
  @Singleton
  LogReader logReader(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      RecommendationConfig config,
      Recommender recommender,
      Quarantine quarantine,
      MeterRegistry meters) {
    Rejections rejections = new Rejections(producer(bootstrapServers), quarantine);
    LogReader reader =
        new LogReader(
            () -> consumer(bootstrapServers),
            Instant.now().minus(horizon(config)),
            recommender,
            rejections);
    meters.gauge("clientele.recommendation.lag", reader, r -> r.progress().lag().orElse(-1));
    return reader;
  }

  void start(@Observes StartupEvent event, LogReader reader) {
    reader.start();
  }

  void stop(@Observes ShutdownEvent event, LogReader reader) throws InterruptedException {
    reader.stop();
  }

  private static Duration horizon(RecommendationConfig config) {
    if (config.horizon().isNegative() || config.horizon().isZero()) {
      throw new IllegalArgumentException(
          "clientele.recommendation.horizon is " + config.horizon() + ", not a positive duration");
    }
    return config.horizon();
  }

  private static Consumer<String, byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            FETCHED_BYTES,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            POLLED_RECORDS),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Producer<String, byte[]> producer(String bootstrapServers) {
    return DurableProducer.connect(
        bootstrapServers,
        Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.MAX_REJECTION_BYTES));
  }
}
