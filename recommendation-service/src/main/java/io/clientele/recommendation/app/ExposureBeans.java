package io.clientele.recommendation.app;

import io.clientele.contract.Topics;
import io.clientele.recommendation.exposures.ExposureLog;
import io.clientele.recommendation.serve.Exposures;
import io.clientele.runtime.kafka.DurableProducer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what tells of lists that were made. */
class ExposureBeans {

  private static final long BUFFER_BYTES = 8 * 1024 * 1024;

  /** Nobody waits for it: so records travel together. */
  private static final int LINGER_MILLIS = 50;

  @Produces
  @Singleton
  ExposureLog exposureLog(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service,
      MeterRegistry meters) {
    Counter written = meters.counter("clientele.recommendation.exposures");
    Counter lost = meters.counter("clientele.recommendation.exposures.lost");
    return new ExposureLog(
        producer(bootstrapServers),
        new ExposureLog.Observer() {
          @Override
          public void written() {
            written.increment();
          }

          @Override
          public void lost() {
            lost.increment();
          }
        },
        service);
  }

  void stop(@Disposes ExposureLog log) throws InterruptedException {
    log.stop();
  }

  @Produces
  @Singleton
  Exposures exposures(ExposureLog log, RecommendationConfig config, Clock clock) {
    return new Exposures(log, config.exposureSalt(), clock, () -> UUID.randomUUID().toString());
  }

  private static Producer<String, byte[]> producer(String bootstrapServers) {
    return DurableProducer.connect(
        bootstrapServers,
        Map.of(
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            BUFFER_BYTES,
            ProducerConfig.LINGER_MS_CONFIG,
            LINGER_MILLIS,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topics.MAX_RECORD_BYTES));
  }
}
