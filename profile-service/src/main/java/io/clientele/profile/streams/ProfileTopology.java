package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.profile.CustomerState;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.Foldable;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
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

  /** Parts on their way to the ids that they are merged into; written and read only here. */
  public static final Topic PART_MOVES =
      new Topic(
          "profile-service-part-moves",
          Topic.Spread.BY_CUSTOMER,
          new Topic.Kept.For(Duration.ofDays(7)));

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

  /** Of one customer, as the changelog takes it: compressed, some hundred thousand orders. */
  private static final int MOST_STATE_BYTES = 16 * 1024 * 1024;

  private ProfileTopology() {}

  /**
   * The topology.
   *
   * @param currency the platform's base currency, ISO 4217
   */
  public static Topology build(String currency, Quarantine quarantine) {
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
        () -> new FoldProfiles(views),
        PARSE_CUSTOMER_EVENTS,
        PARSE_CUSTOMER_MERGES,
        PARSE_PART_MOVES);
    topology.addStateStore(customers(), FOLD_PROFILES);

    addSink(topology, WRITE_PART_MOVES, PART_MOVES, PartMoveRecord.FORMAT);
    addSink(
        topology,
        WRITE_CUSTOMER_PROFILES,
        Topics.CUSTOMER_PROFILES,
        RecordFormat.of(ProfileRecord.class));
    addSink(
        topology,
        WRITE_PURCHASE_HISTORIES,
        Topics.PURCHASE_HISTORIES,
        RecordFormat.of(HistoryRecord.class));
    RejectedEventsSink.addTo(
        topology, PARSE_CUSTOMER_EVENTS, PARSE_CUSTOMER_MERGES, PARSE_PART_MOVES);
    return topology;
  }

  private static StoreBuilder<KeyValueStore<String, CustomerState>> customers() {
    return Streams.store(CUSTOMERS, RecordFormat.of(CustomerState.class).serde())
        .withLoggingEnabled(
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_STATE_BYTES)));
  }

  private static <V> void addSink(
      Topology topology, String name, Topic topic, RecordFormat<V> format) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), format.serde().serializer(), FOLD_PROFILES);
  }
}
