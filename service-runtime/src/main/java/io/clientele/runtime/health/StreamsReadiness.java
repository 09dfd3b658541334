package io.clientele.runtime.health;

import io.clientele.runtime.streams.StreamsFaults;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service with a topology is ready only while that runs and its threads do not fail; Quarkus
 * alone would say so earlier.
 */
@Readiness
@Unremovable
@ApplicationScoped
public class StreamsReadiness implements HealthCheck {

  private static final String NAME = "kafka-streams";

  private final Instance<Topology> topology;
  private final Instance<KafkaStreams> streams;
  private final StreamsFaults faults;

  StreamsReadiness(
      Instance<Topology> topology, Instance<KafkaStreams> streams, StreamsFaults faults) {
    this.topology = topology;
    this.streams = streams;
    this.faults = faults;
  }

  @Override
  public HealthCheckResponse call() {
    if (topology.isUnsatisfied()) {
      return HealthCheckResponse.named(NAME).up().withData("state", "NONE").build();
    }
    KafkaStreams.State state = streams.get().state();
    boolean troubled = faults.isTroubled();
    return HealthCheckResponse.named(NAME)
        .status(state == KafkaStreams.State.RUNNING && !troubled)
        .withData("state", state.name())
        .withData("threadFailing", troubled)
        .build();
  }
}
