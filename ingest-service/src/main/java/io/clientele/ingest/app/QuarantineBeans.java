package io.clientele.ingest.app;

import io.clientele.contract.Topics;
import io.clientele.ingest.Intake;
import io.clientele.ingest.Rejections;
import io.clientele.ingest.kafka.KafkaReplayLog;
import io.clientele.ingest.kafka.LogProducer;
import io.clientele.ingest.kafka.TopicEnds;
import io.clientele.ingest.projection.RejectionBatch;
import io.clientele.ingest.projection.RejectionConsumer;
import io.clientele.ingest.projection.RejectionProjector;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.Replays;
import io.clientele.ingest.quarantine.Rereader;
import io.clientele.ingest.quarantine.StoredRejections;
import io.clientele.ingest.store.RejectionProjectionStore;
import io.clientele.ingest.store.RejectionStore;
import io.clientele.runtime.streams.RejectionCount;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Puts together what searches and replays the quarantine. */
class QuarantineBeans {

  /** Twice the largest share of a replay. */
  private static final long REPLAY_BUFFER_BYTES = 16 * 1024 * 1024;

  @Produces
  @Singleton
  StoredRejections stored(DataSource database) {
    return new RejectionStore(database);
  }

  @Produces
  @Singleton
  RejectionProjection projection(DataSource database) {
    return new RejectionProjectionStore(database);
  }

  @Produces
  @Singleton
  RejectionProjector projector(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Flyway flyway,
      RejectionProjection projection,
      RejectionCount rejections,
      MeterRegistry meters,
      Clock clock) {
    RejectionProjector projector =
        new RejectionProjector(
            () -> RejectionConsumer.connect(bootstrapServers, service + "-rejections"),
            flyway::migrate,
            projection,
            new RejectionBatch(projection, service, rejections),
            clock);
    meters.gauge("clientele.ingest.rejections.lag", projector, RejectionProjector::lag);
    return projector;
  }

  @Produces
  @Singleton
  TopicEnds ends(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    return new TopicEnds(bootstrapServers, Topics.REJECTED_EVENTS);
  }

  void close(@Disposes TopicEnds ends) {
    ends.close();
  }

  @Produces
  @Singleton
  Replays replays(
      StoredRejections stored,
      RejectionProjection projection,
      Rereader rereader,
      Intake.Observer observer,
      TopicEnds ends,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Clock clock) {
    return new Replays(
        stored,
        new ProjectionWait(ends, projection),
        rereader,
        new KafkaReplayLog(
            () ->
                LogProducer.connect(
                    bootstrapServers,
                    REPLAY_BUFFER_BYTES,
                    service + "-replay-" + UUID.randomUUID()),
            service),
        new Rejections(service),
        observer,
        clock);
  }
}
