package io.clientele.runtime.health;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service with a topology is ready only while that runs; Quarkus alone would say so earlier. */
@Readiness
@Unremovable
@ApplicationScoped
public class StreamsReadiness implements HealthCheck {

  private final Instance<Topology> topology;
  private final Instance<KafkaStreams> streams;

  StreamsReadiness(Instance<Topology> topology, Instance<KafkaStreams> streams) {
    this.topology = topology;
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    String state = topology.isUnsatisfied() ? "NONE" : streams.get().state().name();
    return HealthCheckResponse.named("kafka-streams")
        .status(topology.isUnsatisfied() || state.equals("RUNNING"))
        .withData("state", state)
        .build();
  }
}
