package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.Foldable;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Customer events and merges in, profiles and purchase histories out. All inputs are partitioned by
 * customer id alike, so that one task has all of an id; what concerns another id goes there through
 * {@link #PART_MOVES}.
 */
public final class ProfileTopology {

  /** What is known under each customer id. */
  public static final String CUSTOMERS = "customers";

  /** Of one record with everything around it: what our producers send (max.request.size). */
  private static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;

  /**
   * Of one customer in JSON, some hundred thousand orders. A part is smaller than the state that it
   * comes from, so with the room to spare it fits into a move.
   */
  static final int MOST_STATE_BYTES = 15 * 1024 * 1024;

  /** Parts on their way to the ids that they are merged into; written and read only here. */
  public static final Topic PART_MOVES =
      new Topic(
          "profile-service-part-moves",
          Topic.Spread.BY_CUSTOMER,
          new Topic.Kept.For(Duration.ofDays(7)),
          MOST_RECORD_BYTES);

  static final String WRITE_PART_MOVES = "write-part-moves";
  static final String WRITE_CUSTOMER_PROFILES = "write-customer-profiles";
  static final String WRITE_PURCHASE_HISTORIES = "write-purchase-histories";

  private static final String READ_CUSTOMER_EVENTS = "read-customer-events";
  private static final String READ_CUSTOMER_MERGES = "read-customer-merges";
  private static final String READ_PART_MOVES = "read-part-moves";
  private static final String PARSE_CUSTOMER_EVENTS = "parse-customer-events";
  private static final String PARSE_CUSTOMER_MERGES = "parse-customer-merges";
  private static final String PARSE_PART_MOVES = "parse-part-moves";
  private static final String FOLD_PROFILES = "fold-profiles";

  private ProfileTopology() {}

  /**
   * The topology.
   *
   * @param currency the platform's base currency, ISO 4217
   * @param bots run at each event of a machine, which is left out, to count it
   */
  public static Topology build(String currency, Quarantine quarantine, Runnable bots) {
    Foldable foldable = new Foldable(currency);
    CustomerViews views = new CustomerViews(currency);
    Topology topology = new Topology();

    Streams.addSource(topology, READ_CUSTOMER_EVENTS, Topics.CUSTOMER_EVENTS);
    topology.addProcessor(
        PARSE_CUSTOMER_EVENTS,
        ParseRecords.supplier(
            RecordFormat.of(CustomerEvent.class), foldable::fault, quarantine, FOLD_PROFILES),
        READ_CUSTOMER_EVENTS);
    Streams.addSource(topology, READ_CUSTOMER_MERGES, Topics.CUSTOMER_MERGES);
    topology.addProcessor(
        PARSE_CUSTOMER_MERGES,
        ParseRecords.supplier(
            RecordFormat.of(CustomerMerge.class), foldable::fault, quarantine, FOLD_PROFILES),
        READ_CUSTOMER_MERGES);
    Streams.addSource(topology, READ_PART_MOVES, PART_MOVES);
    topology.addProcessor(
        PARSE_PART_MOVES,
        ParseRecords.supplier(PartMoveRecord.FORMAT, quarantine, FOLD_PROFILES),
        READ_PART_MOVES);

    topology.addProcessor(
        FOLD_PROFILES,
        () -> new FoldProfiles(views, quarantine, bots),
        PARSE_CUSTOMER_EVENTS,
        PARSE_CUSTOMER_MERGES,
        PARSE_PART_MOVES);
    topology.addStateStore(customers(), FOLD_PROFILES);

    addSink(topology, WRITE_PART_MOVES, PART_MOVES, PartMoveRecord.FORMAT.serde().serializer());
    addSink(topology, WRITE_CUSTOMER_PROFILES, Topics.CUSTOMER_PROFILES, new ByteArraySerializer());
    addSink(
        topology, WRITE_PURCHASE_HISTORIES, Topics.PURCHASE_HISTORIES, new ByteArraySerializer());
    RejectedEventsSink.addTo(
        topology, PARSE_CUSTOMER_EVENTS, PARSE_CUSTOMER_MERGES, PARSE_PART_MOVES, FOLD_PROFILES);
    return topology;
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> customers() {
    return Streams.store(CUSTOMERS, Serdes.ByteArray())
        .withLoggingEnabled(
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_RECORD_BYTES)));
  }

  private static <V> void addSink(
      Topology topology, String name, Topic topic, Serializer<V> values) {
    topology.addSink(name, topic.name(), new StringSerializer(), values, FOLD_PROFILES);
  }
}
