package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.Payload;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.profile.Customer;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import io.clientele.profile.purchase.LoyaltyProgram;
import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelinePage;
import io.clientele.profile.view.CustomerViews;
import io.clientele.runtime.streams.Quarantine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The topology with its topics, for tests. */
final class ProfilePipeline implements AutoCloseable {

  private static final RecordFormat<CustomerEvent> EVENT = RecordFormat.of(CustomerEvent.class);
  private static final RecordFormat<CustomerMerge> MERGE = RecordFormat.of(CustomerMerge.class);

  private static final CustomerViews VIEWS =
      new CustomerViews(Events.CURRENCY, LoyaltyProgram.DEFAULT);

  final AtomicInteger bots = new AtomicInteger();
  final Topology topology;
  final TestInputTopic<String, byte[]> events;
  final TestInputTopic<String, byte[]> merges;
  final TestInputTopic<String, byte[]> moves;
  final TestOutputTopic<String, ProfileRecord> profiles;
  final TestOutputTopic<String, HistoryRecord> histories;
  final TestOutputTopic<String, RejectedEvent> rejected;
  private final TopologyTestDriver driver;

  /** With bounds that a test reaches at once. */
  ProfilePipeline(Path stateDir) {
    this(stateDir, new Limits(2, 3, 5));
  }

  /** That publishes each change. */
  ProfilePipeline(Path stateDir, Limits limits) {
    this(stateDir, limits, Duration.ZERO);
  }

  ProfilePipeline(Path stateDir, Limits limits, Duration interval) {
    topology =
        ProfileTopology.withStores(
            ProfileTopology.withoutStores(
                VIEWS,
                limits,
                interval,
                new Quarantine("profile-service", rejection -> {}),
                bots::incrementAndGet),
            Stores::inMemoryKeyValueStore);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "profile-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver = new TopologyTestDriver(topology, settings, Events.NOON);
    events = input(Topics.CUSTOMER_EVENTS.name());
    merges = input(Topics.CUSTOMER_MERGES.name());
    moves = input(ProfileTopology.PART_MOVES.name());
    profiles = output(Topics.CUSTOMER_PROFILES.name(), ProfileRecord.class);
    histories = output(Topics.PURCHASE_HISTORIES.name(), HistoryRecord.class);
    rejected = output(Topics.REJECTED_EVENTS.name(), RejectedEvent.class);
  }

  @Override
  public void close() {
    driver.close();
  }

  static CustomerEvent event(String customerId, int minute, Payload payload) {
    Instant at = Events.NOON.plus(Duration.ofMinutes(minute));
    return Events.event(customerId, "e-" + at + payload.type(), at, payload);
  }

  static byte[] json(String customerId, int minute, Payload payload) {
    return EVENT.write(event(customerId, minute, payload));
  }

  void send(String customerId, int minute, Payload payload) {
    send(event(customerId, minute, payload));
  }

  void send(CustomerEvent event) {
    send(event, Events.NOON);
  }

  void send(CustomerEvent event, Instant at) {
    events.pipeInput(event.customerId(), EVENT.write(event), at);
  }

  void merge(String customerId, String canonicalId) {
    CustomerMerge.Link link =
        new CustomerMerge.Link(
            customerId + "-" + canonicalId, canonicalId, "alias", "shop", Events.NOON);
    merge(new CustomerMerge(customerId, canonicalId, List.of(link)));
  }

  void split(String customerId) {
    merge(new CustomerMerge(customerId, customerId, List.of()));
  }

  void merge(CustomerMerge merge) {
    merges.pipeInput(merge.customerId(), MERGE.write(merge), Events.NOON);
  }

  /** Lets the wall clock go on, without anything coming in. */
  void rest(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** The newest of those not read yet. */
  CustomerProfile profileOf(String customerId) {
    Map<String, ProfileRecord> latest = profiles.readKeyValuesToMap();
    return (CustomerProfile) latest.get(customerId);
  }

  /** Whose profile waits. */
  List<String> unpublished() {
    KeyValueStore<String, byte[]> waiting = driver.getKeyValueStore(ProfileTopology.UNPUBLISHED);
    List<String> ids = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = waiting.all()) {
      all.forEachRemaining(entry -> ids.add(entry.key));
    }
    return ids;
  }

  /** As it stands in the store, as of a time. */
  ProfileRecord profileAt(String customerId, Instant time) {
    KeyValueStore<String, byte[]> customers = driver.getKeyValueStore(ProfileTopology.CUSTOMERS);
    byte[] row = customers.get(customerId);
    return VIEWS.profile(StoredRows.CUSTOMER.read(row), time).orElseThrow();
  }

  /** As a request finds it. */
  FoundLines timeline(String customerId, TimelinePage page, int mostRead) {
    KeyValueStore<String, byte[]> customers = driver.getKeyValueStore(ProfileTopology.CUSTOMERS);
    Customer customer = StoredRows.CUSTOMER.read(customers.get(customerId));
    return new StoredTimeline(driver.getKeyValueStore(ProfileTopology.TIMELINE), mostRead)
        .of(customer, page);
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private <T> TestOutputTopic<String, T> output(String topic, Class<T> type) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), RecordFormat.of(type).serde().deserializer());
  }
}
