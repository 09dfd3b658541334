package io.clientele.scoring.app;

import io.clientele.contract.RecordFormat;
import io.clientele.runtime.http.CustomerReads;
import io.clientele.runtime.http.Peers;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.scoring.rest.OwnBaseResource;
import io.clientele.scoring.rest.ScoreLookup;
import io.clientele.scoring.rest.WholeBase;
import io.clientele.scoring.rfm.BaseShare;
import io.clientele.scoring.rfm.LiveBases;
import io.clientele.scoring.streams.ScoringTopology;
import io.clientele.scoring.streams.StoredHistories;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the service together. */
class ScoringBeans {

  private static final Duration LIVE_PATIENCE = Duration.ofSeconds(5);

  /** For a peer that has to read every history that it has: 20,000 took 0.4 s (RATIONALE.md). */
  private static final Duration PAST_PATIENCE = Duration.ofSeconds(30);

  @Produces
  @Singleton
  LiveBases bases() {
    return new LiveBases();
  }

  @Produces
  @Singleton
  Topology topology(LiveBases bases, Quarantine quarantine) {
    return ScoringTopology.of(bases, quarantine);
  }

  @Produces
  @Singleton
  StoredHistories histories(LiveBases bases, Instance<KafkaStreams> streams) {
    return StoredHistories.of(bases, streams::get);
  }

  @Produces
  @Singleton
  ScoreLookup lookup(
      StoredHistories histories,
      Peers peers,
      Clock clock,
      @ConfigProperty(name = "clientele.partitions") int partitions) {
    RecordFormat<BaseShare> format = RecordFormat.of(BaseShare.class);
    WholeBase base =
        new WholeBase(
            histories,
            at ->
                peers.askAll(
                    OwnBaseResource.pathFor(at),
                    format,
                    at.isEmpty() ? LIVE_PATIENCE : PAST_PATIENCE),
            partitions,
            clock);
    return new ScoreLookup(histories, base);
  }

  @Produces
  @Singleton
  CustomerReads reads(Peers peers) {
    return new CustomerReads(peers, ScoringTopology.HISTORIES);
  }
}
