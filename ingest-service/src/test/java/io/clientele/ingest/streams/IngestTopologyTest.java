package io.clientele.ingest.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Change;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.EventContext;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.ingest.Alias;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.Link;
import io.clientele.ingest.identity.LinkIds;
import io.clientele.runtime.streams.Quarantine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngestTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path state;
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> received;
  private TestInputTopic<String, byte[]> links;
  private TestInputTopic<String, byte[]> catalogue;
  private TestOutputTopic<String, CustomerEvent> events;
  private TestOutputTopic<String, CustomerMerge> merges;
  private TestOutputTopic<String, RejectedEvent> rejected;

  @BeforeEach
  void start() {
    start(state);
  }

  private void start(Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            IngestTopology.of(new Quarantine("ingest-service", each -> {})), settings);
    received = input(Topics.RECEIVED_EVENTS);
    links = input(Topics.IDENTITY_LINKS);
    catalogue = input(Topics.CATALOG_ITEMS);
    events = output(Topics.CUSTOMER_EVENTS, CustomerEvent.class);
    merges = output(Topics.CUSTOMER_MERGES, CustomerMerge.class);
    rejected = output(Topics.REJECTED_EVENTS, RejectedEvent.class);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void eventGoesToItsCustomerAtTheTimeOfItsReceipt() {
    send(event("m", "d", null, NOON));

    TestRecord<String, CustomerEvent> written = events.readRecord();
    assertThat(written.key()).isEqualTo("anonymous:d");
    assertThat(written.getRecordTime()).isEqualTo(NOON);
    assertThat(written.value().customerId()).isEqualTo("anonymous:d");
    assertThat(new String(written.headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("io.clientele.CustomerEvent");
  }

  @Test
  void productIsCompletedFromTheCatalogue() {
    catalogue.pipeInput(
        "mug",
        RecordFormat.of(CatalogItem.class)
            .write(new CatalogItem("mug", "Mug", "kitchen", null, null, null, null, false, NOON)));
    catalogue.pipeInput("broken", "{".getBytes(UTF_8));
    Payload view =
        new Payload.ProductViewed(new Product("mug", "My mug", null, null, null, null, null));

    send(event("m", "d", null, NOON, view));
    send(event("n", "d", null, NOON, new Payload.ProductViewed(Product.of("broken"))));

    CustomerEvent filled = events.readValue();
    assertThat(((Payload.ProductViewed) filled.payload()).product())
        .isEqualTo(new Product("mug", "My mug", "kitchen", null, null, null, null));
    assertThat(filled.cleaned())
        .containsExactly(new Change("/payload/products/0", null, "category", "catalogue"));
    assertThat(events.readValue().cleaned()).isEmpty();
  }

  @Test
  void machineLinksNobody() {
    CustomerEvent seen = event("m", "d", "ada", NOON).event();
    send(ReceivedEvent.of(byMachine(seen)));
    send(event("n", "d", null, NOON));

    assertThat(events.readValuesToList())
        .extracting(CustomerEvent::customerId)
        .containsExactly("ada", "anonymous:d");
    assertThat(merges.isEmpty()).isTrue();
  }

  private static CustomerEvent byMachine(CustomerEvent event) {
    EventContext machine =
        new EventContext(null, null, null, null, null, true, null, null, null, null, null);
    return new CustomerEvent(
        event.eventId(),
        event.customerId(),
        event.identity(),
        event.anonymousId(),
        event.occurredAt(),
        event.receivedAt(),
        event.source(),
        event.channel(),
        event.sessionId(),
        machine,
        event.personal(),
        event.cleaned(),
        event.payload());
  }

  @Test
  void retryWithinSevenDaysChangesNothing() {
    send(event("m", "d", null, NOON));
    send(event("m", "d", null, NOON.plus(Duration.ofDays(7))));

    assertThat(events.readValuesToList()).hasSize(1);
  }

  @Test
  void retryIsKnownHoweverTheClocksOfTheInstancesDiffer() {
    send(event("m", "d", null, Instant.parse("2026-03-02T00:00:01Z")));
    send(event("m", "d", null, Instant.parse("2026-03-01T23:59:59Z")));

    assertThat(events.readValuesToList()).hasSize(1);
  }

  @Test
  void sameMessageLongAfterIsANewEvent() {
    send(event("m", "d", null, NOON));
    send(event("m", "d", null, NOON.plus(Duration.ofDays(9))));

    assertThat(events.readValuesToList()).hasSize(2);
  }

  @Test
  void firstLoginLinksTheDeviceAndLaterOnesDoNot() {
    send(event("1", "d", null, NOON));
    send(event("2", "d", "ada", NOON));
    send(event("3", "d", "bob", NOON));
    send(event("4", "d", null, NOON));

    assertThat(events.readValuesToList())
        .extracting(CustomerEvent::customerId)
        .containsExactly("anonymous:d", "ada", "bob", "bob");
    assertThat(merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactly(tuple("anonymous:d", "ada"));
  }

  @Test
  void aliasOfKnownIdsMergesThemIntoTheOlder() {
    send(alias("1", null, "ada@shop", "ada"));

    assertThat(merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactlyInAnyOrder(tuple("ada", "ada"), tuple("ada@shop", "ada"));
    assertThat(events.isEmpty()).isTrue();
  }

  @Test
  void mergeOfACrmIsALinkThatTellsItsCauseAndIsTakenOnce() {
    send(merge("1", "b", "a"));
    send(merge("1", "b", "a"));
    send(alias("2", null, "b", "a"));

    assertThat(output(Topics.IDENTITY_LINKS, IdentityLink.class).readValuesToList())
        .extracting(IdentityLink::cause)
        .containsExactly("merge", "alias");
    assertThat(merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactlyInAnyOrder(tuple("a", "a"), tuple("b", "a"));
    assertThat(events.isEmpty()).isTrue();
  }

  @Test
  void aliasOfTheDeviceItselfIsALogin() {
    send(alias("1", "d", "ada", "d"));

    assertThat(merges.readValuesToList())
        .extracting(CustomerMerge::customerId)
        .containsExactly("anonymous:d");
  }

  @Test
  void removedLinkPartsWhatItJoined() {
    send(alias("1", null, "b", "a"));
    merges.readValuesToList();
    IdentityLink link =
        new IdentityLink(LinkIds.ofKnown("a", "b"), "a", "b", "merge", "default", NOON, true);

    links.pipeInput(link.linkId(), RecordFormat.of(IdentityLink.class).write(link), NOON);

    assertThat(merges.readValuesToList())
        .allMatch(merge -> merge.canonicalId().equals(merge.customerId()));
  }

  @Test
  void linkTooManyIsQuarantinedAndTheFlowGoesOn() {
    KeyValueStore<String, Component> components =
        driver.getKeyValueStore(IngestTopology.COMPONENTS);
    KeyValueStore<String, String> canonicalIds =
        driver.getKeyValueStore(IngestTopology.CANONICAL_IDS);
    components.put(
        "a",
        new Component(
            IntStream.range(0, Component.MOST_LINKS)
                .mapToObj(at -> new Link(LinkIds.ofKnown("a", "b" + at), "a", "b" + at, at))
                .toList()));
    canonicalIds.put("a", "a");

    send(alias("one", null, "one-more", "a"));
    send(alias("other", null, "d", "c"));

    RejectedEvent refused = rejected.readValue();
    assertThat(rejected.isEmpty()).isTrue();
    assertThat(refused.reason()).isEqualTo("too-many-links");
    assertThat(refused.customer()).isEqualTo("one-more");
    assertThat(refused.place()).isEqualTo("identity-links-0@0");
    assertThat(RecordFormat.of(IdentityLink.class).read(refused.payload().getBytes(UTF_8)))
        .extracting(IdentityLink::previousId, IdentityLink::customerId)
        .containsExactly("a", "one-more");
    assertThat(merges.readValuesToList())
        .extracting(CustomerMerge::customerId)
        .containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void poisonIsQuarantinedAndTheFlowGoesOn() {
    received.pipeInput("d", new byte[] {'{'}, NOON);
    received.pipeInput("d", "{\"event\":null}".getBytes(UTF_8), NOON);
    received.pipeInput("d", ofNobody(), NOON);
    links.pipeInput("l", "{\"linkId\":\"l\"}".getBytes(UTF_8), NOON);
    send(event("m", "d", null, NOON));

    assertThat(rejected.readValuesToList())
        .extracting(RejectedEvent::source)
        .containsExactly("received-events", "received-events", "received-events", "identity-links");
    assertThat(events.readValuesToList()).hasSize(1);
  }

  @Test
  void tombstonesSayNothing() {
    received.pipeInput("d", (byte[]) null, NOON);
    links.pipeInput("l", (byte[]) null, NOON);

    assertThat(events.isEmpty()).isTrue();
    assertThat(merges.isEmpty()).isTrue();
    assertThat(rejected.isEmpty()).isTrue();
  }

  @Test
  void rebuildFromTheKeptLinksEqualsTheLiveState() {
    send(alias("1", null, "b", "a"));
    send(alias("2", null, "c", "b"));
    send(alias("3", null, "b", "a"));
    List<TestRecord<String, byte[]>> log = kept(Topics.IDENTITY_LINKS);
    Map<String, CustomerMerge> live = lastMerges();

    restart();
    log.forEach(links::pipeInput);

    assertThat(lastMerges()).isEqualTo(live);
  }

  private List<TestRecord<String, byte[]>> kept(Topic topic) {
    List<TestRecord<String, byte[]>> all =
        driver
            .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    if (!(topic.kept() instanceof Topic.Kept.Latest)) {
      return all;
    }
    Map<String, TestRecord<String, byte[]>> latest = new LinkedHashMap<>();
    for (TestRecord<String, byte[]> record : all) {
      latest.remove(record.key());
      latest.put(record.key(), record);
    }
    return List.copyOf(latest.values());
  }

  private Map<String, CustomerMerge> lastMerges() {
    Map<String, CustomerMerge> last = new LinkedHashMap<>();
    merges.readValuesToList().forEach(merge -> last.put(merge.customerId(), merge));
    return last;
  }

  private void restart() {
    driver.close();
    start(state.resolve("rebuilt"));
  }

  private static byte[] ofNobody() {
    String event =
        new String(RecordFormat.of(ReceivedEvent.class).write(event("n", "d", null, NOON)), UTF_8);
    return event.replace("\"anonymousId\":\"d\",", "").getBytes(UTF_8);
  }

  private void send(ReceivedEvent event) {
    received.pipeInput(
        event.key(), RecordFormat.of(ReceivedEvent.class).write(event), event.receivedAt());
  }

  private static ReceivedEvent event(
      String messageId, String anonymousId, String userId, Instant receivedAt) {
    return event(messageId, anonymousId, userId, receivedAt, new Payload.PageViewed("Home", "/"));
  }

  private static ReceivedEvent event(
      String messageId, String anonymousId, String userId, Instant receivedAt, Payload payload) {
    String identity = userId == null ? "anonymous:" + anonymousId : userId;
    return ReceivedEvent.of(
        new CustomerEvent(
            Fingerprint.of("default", messageId),
            identity,
            identity,
            anonymousId,
            NOON,
            receivedAt,
            "default",
            Channel.WEB,
            null,
            null,
            null,
            null,
            payload));
  }

  private static ReceivedEvent alias(
      String messageId, String anonymousId, String userId, String previousId) {
    return link(Alias.Cause.ALIAS, messageId, anonymousId, userId, previousId);
  }

  private static ReceivedEvent merge(String messageId, String userId, String previousId) {
    return link(Alias.Cause.MERGE, messageId, null, userId, previousId);
  }

  private static ReceivedEvent link(
      Alias.Cause cause, String messageId, String anonymousId, String userId, String previousId) {
    return ReceivedEvent.of(
        new Alias(
            Fingerprint.of("default", messageId),
            "default",
            cause,
            userId,
            anonymousId,
            previousId,
            NOON));
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  private <T> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), RecordFormat.of(type).serde().deserializer());
  }
}
