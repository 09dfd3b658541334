package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.profile.FoldRules;
import io.clientele.profile.Limits;
import io.clientele.profile.view.CustomerViews;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Customer events and merges in, profiles and purchase histories out. All inputs are partitioned by
 * customer id alike, so that one task has all of an id; what concerns another id goes there through
 * {@link #PART_MOVES}.
 */
public final class ProfileTopology {

  /** What is known under each customer id: one row, of bounded size. */
  public static final String CUSTOMERS = "customers";

  /** The parts of customers in whom there are several, so that one can be taken out again. */
  static final String PARTS = "parts";

  /** A row an order. */
  static final String ORDERS = "orders";

  /** A row an event, the newest of each part. */
  static final String TIMELINE = "timeline";

  /** Whose profile changed and is not published yet. */
  static final String UNPUBLISHED = "unpublished";

  /** Of one record with everything around it: what our producers send (max.request.size). */
  private static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;

  private static final Map<String, String> LOG_SETTINGS =
      Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_RECORD_BYTES));

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
   * @param interval how long a customer's profile rests after it was published
   * @param bots run at each event of a machine, which is left out, to count it
   */
  public static Topology build(
      CustomerViews views, Limits limits, Duration interval, Quarantine quarantine, Runnable bots) {
    return withStores(
        withoutStores(views, limits, interval, quarantine, bots), Stores::persistentKeyValueStore);
  }

  /** Everything but the stores, so that tests may keep them in memory. */
  static Topology withoutStores(
      CustomerViews views, Limits limits, Duration interval, Quarantine quarantine, Runnable bots) {
    FoldRules rules = new FoldRules(views.currency());
    Topology topology = new Topology();

    Streams.addSource(topology, READ_CUSTOMER_EVENTS, Topics.CUSTOMER_EVENTS);
    topology.addProcessor(
        PARSE_CUSTOMER_EVENTS,
        ParseRecords.supplier(
            RecordFormat.of(CustomerEvent.class), rules::fault, quarantine, FOLD_PROFILES),
        READ_CUSTOMER_EVENTS);
    Streams.addSource(topology, READ_CUSTOMER_MERGES, Topics.CUSTOMER_MERGES);
    topology.addProcessor(
        PARSE_CUSTOMER_MERGES,
        ParseRecords.supplier(
            RecordFormat.of(CustomerMerge.class), rules::fault, quarantine, FOLD_PROFILES),
        READ_CUSTOMER_MERGES);
    Streams.addSource(topology, READ_PART_MOVES, PART_MOVES, new MoveTime());
    topology.addProcessor(
        PARSE_PART_MOVES,
        ParseRecords.supplier(PartMoveRecord.FORMAT, quarantine, FOLD_PROFILES),
        READ_PART_MOVES);

    topology.addProcessor(
        FOLD_PROFILES,
        () -> new FoldProfiles(views, limits, interval, quarantine, bots),
        PARSE_CUSTOMER_EVENTS,
        PARSE_CUSTOMER_MERGES,
        PARSE_PART_MOVES);
    addSink(topology, WRITE_PART_MOVES, PART_MOVES, PartMoveRecord.FORMAT.serde().serializer());
    addSink(topology, WRITE_CUSTOMER_PROFILES, Topics.CUSTOMER_PROFILES, new ByteArraySerializer());
    addSink(
        topology, WRITE_PURCHASE_HISTORIES, Topics.PURCHASE_HISTORIES, new ByteArraySerializer());
    RejectedEventsSink.addTo(
        topology, PARSE_CUSTOMER_EVENTS, PARSE_CUSTOMER_MERGES, PARSE_PART_MOVES, FOLD_PROFILES);
    return topology;
  }

  /**
   * With the stores.
   *
   * @param kind what makes a store of this name
   */
  static Topology withStores(Topology topology, Function<String, KeyValueBytesStoreSupplier> kind) {
    for (String ids : List.of(CUSTOMERS, UNPUBLISHED)) {
      topology.addStateStore(
          Stores.keyValueStoreBuilder(kind.apply(ids), Serdes.String(), Serdes.ByteArray())
              .withLoggingEnabled(LOG_SETTINGS),
          FOLD_PROFILES);
    }
    for (String rows : List.of(PARTS, ORDERS, TIMELINE)) {
      topology.addStateStore(
          Stores.keyValueStoreBuilder(kind.apply(rows), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingEnabled(LOG_SETTINGS),
          FOLD_PROFILES);
    }
    return topology;
  }

  private static <V> void addSink(
      Topology topology, String name, Topic topic, Serializer<V> values) {
    topology.addSink(name, topic.name(), new StringSerializer(), values, FOLD_PROFILES);
  }
}
