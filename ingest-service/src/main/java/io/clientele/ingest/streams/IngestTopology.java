package io.clientele.ingest.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * From what came in to what happened: drops what came before, decides whose each event is, and
 * turns links between known ids into canonical ids. Two sub-topologies, which meet only in {@code
 * identity-links} and {@link #DEVICE_SPLITS}.
 */
public final class IngestTopology {

  /** Fingerprints of the events of the last seven days. */
  public static final String REMEMBERED_IDS = "remembered-ids";

  /** Who was seen on each device. */
  public static final String DEVICES = "devices";

  /** The components of linked ids, by canonical id. */
  public static final String COMPONENTS = "components";

  /** Each linked id's canonical id. */
  public static final String CANONICAL_IDS = "canonical-ids";

  /** What the shop sells, as it stood on the topic, by item id; on every instance. */
  public static final String CATALOGUE = "catalogue";

  /**
   * Removals of devices' links on their way to where the devices are known, keyed as {@code
   * received-events} are: by the anonymous id. Written and read only here.
   */
  public static final Topic DEVICE_SPLITS =
      new Topic(
          "ingest-service-device-splits",
          Topic.Spread.BY_CUSTOMER,
          new Topic.Kept.For(Duration.ofDays(7)));

  static final String READ_CATALOG_ITEMS = "read-catalog-items";
  static final String KEEP_CATALOG_ITEMS = "keep-catalog-items";
  static final String FILL_FROM_CATALOGUE = "fill-from-catalogue";

  static final String READ_RECEIVED_EVENTS = "read-received-events";
  static final String PARSE_RECEIVED_EVENTS = "parse-received-events";
  static final String DEDUPLICATE = "deduplicate";
  static final String IDENTIFY = "identify";
  static final String WRITE_CUSTOMER_EVENTS = "write-customer-events";
  static final String WRITE_DEVICE_MERGES = "write-device-merges";
  static final String WRITE_IDENTITY_LINKS = "write-identity-links";

  static final String READ_DEVICE_SPLITS = "read-device-splits";
  static final String PARSE_DEVICE_SPLITS = "parse-device-splits";
  static final String SPLIT_DEVICE = "split-device";

  static final String READ_IDENTITY_LINKS = "read-identity-links";
  static final String PARSE_IDENTITY_LINKS = "parse-identity-links";
  static final String CONNECT = "connect";
  static final String WRITE_KNOWN_MERGES = "write-known-merges";
  static final String WRITE_DEVICE_SPLITS = "write-device-splits";

  /** A sink of its own: sharing one would tie the two sub-topologies into one. */
  static final String WRITE_REJECTED_LINKS = "write-rejected-links";

  private IngestTopology() {}

  /**
   * The topology.
   *
   * @param quarantine where what cannot be read goes, and links that are too many
   */
  public static Topology of(Quarantine quarantine, LinkLimit limit) {
    Topology topology = new Topology();
    addCatalogue(topology);
    addEvents(topology, quarantine);
    addLinks(topology, quarantine, limit);
    return topology;
  }

  private static void addCatalogue(Topology topology) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CATALOGUE), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        READ_CATALOG_ITEMS,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        Topics.CATALOG_ITEMS.name(),
        KEEP_CATALOG_ITEMS,
        FillFromCatalogue.Keep::new);
  }

  private static void addEvents(Topology topology, Quarantine quarantine) {
    Streams.addSource(topology, READ_RECEIVED_EVENTS, Topics.RECEIVED_EVENTS);
    topology.addProcessor(
        PARSE_RECEIVED_EVENTS,
        ParseRecords.supplier(RecordFormat.of(ReceivedEvent.class), quarantine, DEDUPLICATE),
        READ_RECEIVED_EVENTS);
    topology.addProcessor(DEDUPLICATE, new Deduplicate.Supplier(), PARSE_RECEIVED_EVENTS);
    topology.addProcessor(IDENTIFY, new Identify.Supplier(quarantine.service()), DEDUPLICATE);
    topology.addProcessor(FILL_FROM_CATALOGUE, FillFromCatalogue::new, IDENTIFY);
    addSplits(topology, quarantine);
    addSink(
        topology,
        WRITE_CUSTOMER_EVENTS,
        Topics.CUSTOMER_EVENTS,
        RecordFormat.of(CustomerEvent.class),
        FILL_FROM_CATALOGUE);
    addSink(
        topology,
        WRITE_DEVICE_MERGES,
        Topics.CUSTOMER_MERGES,
        RecordFormat.of(CustomerMerge.class),
        IDENTIFY,
        SPLIT_DEVICE);
    addSink(
        topology,
        WRITE_IDENTITY_LINKS,
        Topics.IDENTITY_LINKS,
        RecordFormat.of(IdentityLink.class),
        IDENTIFY);
    RejectedEventsSink.addTo(topology, PARSE_RECEIVED_EVENTS, PARSE_DEVICE_SPLITS);
  }

  /** In the sub-topology of the events, whose store of devices they change. */
  private static void addSplits(Topology topology, Quarantine quarantine) {
    Streams.addSource(topology, READ_DEVICE_SPLITS, DEVICE_SPLITS);
    topology.addProcessor(
        PARSE_DEVICE_SPLITS,
        ParseRecords.supplier(RecordFormat.of(IdentityLink.class), quarantine, SPLIT_DEVICE),
        READ_DEVICE_SPLITS);
    topology.addProcessor(
        SPLIT_DEVICE, () -> new SplitDevice(quarantine.service()), PARSE_DEVICE_SPLITS);
    topology.connectProcessorAndStateStores(SPLIT_DEVICE, DEVICES);
  }

  private static void addLinks(Topology topology, Quarantine quarantine, LinkLimit limit) {
    Streams.addSource(topology, READ_IDENTITY_LINKS, Topics.IDENTITY_LINKS);
    topology.addProcessor(
        PARSE_IDENTITY_LINKS,
        ParseRecords.supplier(
            RecordFormat.of(IdentityLink.class), quarantine, CONNECT, WRITE_REJECTED_LINKS),
        READ_IDENTITY_LINKS);
    topology.addProcessor(CONNECT, new Connect.Supplier(quarantine, limit), PARSE_IDENTITY_LINKS);
    addSink(
        topology,
        WRITE_KNOWN_MERGES,
        Topics.CUSTOMER_MERGES,
        RecordFormat.of(CustomerMerge.class),
        CONNECT);
    addSink(
        topology, WRITE_DEVICE_SPLITS, DEVICE_SPLITS, RecordFormat.of(IdentityLink.class), CONNECT);
    RejectedEventsSink.addNamedTo(topology, WRITE_REJECTED_LINKS, PARSE_IDENTITY_LINKS, CONNECT);
  }

  private static <T> void addSink(
      Topology topology, String name, Topic topic, RecordFormat<T> format, String... parents) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), format.serde().serializer(), parents);
  }
}
