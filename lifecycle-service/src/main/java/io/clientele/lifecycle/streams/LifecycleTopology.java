package io.clientele.lifecycle.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.lifecycle.LifecycleEntry;
import io.clientele.lifecycle.LifecycleFollower;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From purchase histories to lifecycle transitions and alerts. */
public final class LifecycleTopology {

  /** The store of {@link LifecycleEntry} by customer id. */
  public static final String LIFECYCLES = "lifecycles";

  static final String TIMERS = "timers";
  static final String WRITE_TRANSITIONS = "write-lifecycle-transitions";
  static final String WRITE_ALERTS = "write-lifecycle-alerts";

  private static final String READ = "read-purchase-histories";
  private static final String PARSE = "parse-purchase-histories";
  private static final String FOLLOW = "follow-lifecycle";

  private LifecycleTopology() {}

  /** The topology with this follower at its heart. */
  public static Topology of(LifecycleFollower follower, Quarantine quarantine) {
    Topology topology = new Topology();
    Streams.addSource(topology, READ, Topics.PURCHASE_HISTORIES);
    topology.addProcessor(
        PARSE,
        ParseRecords.supplier(
            RecordFormat.of(HistoryRecord.class), HistoryRules::fault, quarantine, FOLLOW),
        READ);
    topology.addProcessor(FOLLOW, () -> new FollowLifecycle(follower, quarantine.service()), PARSE);
    topology.addStateStore(
        Streams.store(LIFECYCLES, RecordFormat.of(LifecycleEntry.class).serde()), FOLLOW);
    topology.addStateStore(timers(), FOLLOW);
    addSink(topology, WRITE_TRANSITIONS, Topics.LIFECYCLE_TRANSITIONS, LifecycleTransition.class);
    addSink(topology, WRITE_ALERTS, Topics.LIFECYCLE_ALERTS, LifecycleAlert.class);
    RejectedEventsSink.addTo(topology, PARSE);
    return topology;
  }

  private static StoreBuilder<?> timers() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(TIMERS), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  private static void addSink(Topology topology, String name, Topic topic, Class<?> type) {
    topology.addSink(
        name,
        topic.name(),
        new StringSerializer(),
        RecordFormat.of(type).serde().serializer(),
        FOLLOW);
  }
}
