package io.clientele.runtime.streams;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The one way out of a topology for what it cannot take. */
public final class RejectedEventsSink {

  /** The sink's name, for processors that forward to it. */
  public static final String NAME = "write-rejected-events";

  private static final RecordFormat<RejectedEvent> FORMAT = RecordFormat.of(RejectedEvent.class);

  private RejectedEventsSink() {}

  /** Adds the sink below every processor that may reject. */
  public static void addTo(Topology topology, String... parents) {
    addNamedTo(topology, NAME, parents);
  }

  /** Adds a sink of another name, for a further sub-topology. */
  public static void addNamedTo(Topology topology, String name, String... parents) {
    topology.addSink(
        name,
        Topics.REJECTED_EVENTS.name(),
        new StringSerializer(),
        FORMAT.serde().serializer(),
        parents);
  }
}
