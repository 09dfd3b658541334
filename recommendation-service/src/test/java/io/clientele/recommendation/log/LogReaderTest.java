package io.clientele.recommendation.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.serve.Suggestion;
import io.clientele.runtime.streams.Quarantine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reader against Kafka's own stand-ins for a consumer and a producer. */
class LogReaderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TopicPartition EVENTS = new TopicPartition("customer-events", 0);
  private static final TopicPartition CATALOGUE = new TopicPartition("catalog-items", 0);

  private final List<FakeLog> connections = new ArrayList<>();
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final List<RejectedEvent> counted = new ArrayList<>();
  private final Recommender recommender = new Recommender(1_000_000);
  private final LogReader reader =
      new LogReader(
          this::connect,
          NOON,
          recommender,
          new Rejections(producer, new Quarantine("recommendation-service", counted::add)));

  @AfterEach
  void stop() throws InterruptedException {
    reader.stop();
  }

  @Test
  void isCaughtUpOnlyWhenAllThatTheLogHeldAtTheStartIsRead() {
    FakeLog log = holding(3);
    log.schedulePollTask(() -> log.addRecord(record(0, viewed("tea"))));
    reader.start();
    await().until(() -> !recommender.trending(20).isEmpty() || recommender.size().items() == 1);
    assertThat(reader.progress().caughtUp()).isFalse();

    log.schedulePollTask(() -> log.addRecord(record(1, viewed("cup"))));
    log.schedulePollTask(() -> log.addRecord(record(2, viewed("pot"))));

    await().until(() -> reader.progress().caughtUp());
    await().untilAsserted(() -> assertThat(reader.progress().lag()).hasValue(0));
    assertThat(recommender.trending(20)).extracting(Suggestion::id).hasSize(3);
  }

  @Test
  void poisonRecordIsQuarantinedUnderAStableIdAndTheFlowGoesOn() {
    FakeLog log = holding(2);
    log.schedulePollTask(
        () -> {
          log.addRecord(record(0, "not json".getBytes(UTF_8)));
          log.addRecord(record(1, viewed("tea")));
        });

    reader.start();

    await().until(() -> reader.progress().caughtUp());
    assertThat(recommender.size().items()).isEqualTo(1);
    assertThat(counted)
        .extracting(RejectedEvent::rejectedId)
        .containsExactly("recommendation-service:customer-events-0@0");
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly("rejected-events");
  }

  @Test
  void eventFromAnImpossibleTimeIsQuarantinedAndTheFlowGoesOn() {
    FakeLog log = holding(4);
    log.schedulePollTask(
        () -> {
          log.addRecord(record(0, viewedAt("+1000000000-12-31T23:59:59.999999999Z")));
          log.addRecord(record(1, viewedAt("-1000000000-01-01T00:00:00Z")));
          log.addRecord(record(2, viewedAt("2249-01-01T00:00:00Z")));
          log.addRecord(record(3, viewed("pan")));
        });

    reader.start();

    await().until(() -> reader.progress().caughtUp() || reader.progress().dead());
    assertThat(reader.progress().dead()).isFalse();
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("pan");
    assertThat(counted).hasSize(3);
  }

  @Test
  void eventOfAMachineIsLeftOutAndCounted() {
    FakeLog log = holding(2);
    EventContext crawler =
        new EventContext(null, null, null, null, null, true, null, null, null, null, null, null);
    log.schedulePollTask(
        () -> {
          log.addRecord(record(0, viewed("tea", crawler)));
          log.addRecord(record(1, viewed("cup")));
        });

    reader.start();

    await().until(() -> reader.progress().caughtUp());
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("cup");
    assertThat(recommender.size().bots()).isEqualTo(1);
  }

  @Test
  void eventsReceivedBeforeTheHorizonAreNotRead() {
    FakeLog log = holding(2);
    log.firstByTime.put(EVENTS, new OffsetAndTimestamp(1, NOON.toEpochMilli()));
    log.schedulePollTask(
        () -> {
          log.addRecord(record(0, viewed("tea")));
          log.addRecord(record(1, viewed("cup")));
        });

    reader.start();

    await().until(() -> reader.progress().caughtUp());
    assertThat(log.askedFor).isEqualTo(Map.of(EVENTS, NOON.toEpochMilli()));
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("cup");
  }

  @Test
  void nothingIsReadOfEventsThatAreAllFromBeforeTheHorizon() {
    FakeLog log = holding(1);
    log.firstByTime.clear();
    log.schedulePollTask(() -> log.addRecord(record(0, viewed("tea"))));
    log.schedulePollTask(
        () -> {
          log.updateEndOffsets(Map.of(EVENTS, 2L));
          log.addRecord(record(1, viewed("cup")));
        });

    reader.start();

    await().until(() -> recommender.trending(20).size() == 1);
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("cup");
  }

  @Test
  void whatIsWithdrawnIsReadBeforeAnyEvent() {
    FakeLog log = FakeLog.holding(Map.of(EVENTS, 2L, CATALOGUE, 1L));
    connections.add(log);
    log.schedulePollTask(
        () -> {
          log.addRecord(record(0, viewed("tea")));
          log.addRecord(record(1, viewed("cup")));
        });
    AtomicInteger itemsBefore = new AtomicInteger(-1);
    log.schedulePollTask(
        () -> {
          itemsBefore.set(recommender.size().items());
          log.addRecord(withdrawn("tea"));
        });

    reader.start();

    await().until(() -> reader.progress().caughtUp());
    assertThat(itemsBefore).hasValue(0);
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("cup");
  }

  @Test
  void stopWakesAReadThatWaits() throws InterruptedException {
    FakeLog log = holding(1);
    log.stuck = true;
    reader.start();
    log.waiting.await();

    reader.stop();

    assertThat(log.closed()).isTrue();
  }

  @Test
  void failedConnectionIsOpenedAgainWhereItWas() {
    FakeLog first = holding(2);
    FakeLog second = holding(2);
    first.schedulePollTask(() -> first.addRecord(record(0, viewed("tea"))));
    first.schedulePollTask(() -> first.setPollException(new KafkaException("gone")));
    second.schedulePollTask(() -> second.addRecord(record(1, viewed("cup"))));

    reader.start();

    await().until(() -> reader.progress().caughtUp());
    assertThat(reader.progress().problem()).isEmpty();
    assertThat(recommender.size().items()).isEqualTo(2);
  }

  @Test
  void waitsForTopicsThatAreNotThereYet() {
    connections.add(new FakeLog("earliest"));

    reader.start();

    await().until(() -> reader.progress().problem().isPresent());
    assertThat(reader.progress().caughtUp()).isFalse();
    assertThat(reader.progress().lag()).isEmpty();
  }

  private synchronized FakeLog connect() {
    return connections.size() > 1 ? connections.remove(0) : connections.get(0);
  }

  /** The next connection, on which {@code customer-events} has this many records. */
  private FakeLog holding(long events) {
    FakeLog log = FakeLog.holding(Map.of(EVENTS, events));
    connections.add(log);
    return log;
  }

  private static ConsumerRecord<String, byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>(EVENTS.topic(), EVENTS.partition(), offset, "ada", value);
  }

  private static ConsumerRecord<String, byte[]> withdrawn(String item) {
    CatalogItem withdrawn = new CatalogItem(item, null, null, null, null, null, null, true, NOON);
    return new ConsumerRecord<>(
        CATALOGUE.topic(), 0, 0, item, RecordFormat.of(CatalogItem.class).write(withdrawn));
  }

  private static byte[] viewed(String item) {
    return viewed(item, null);
  }

  private static byte[] viewed(String item, EventContext context) {
    return RecordFormat.of(CustomerEvent.class)
        .write(
            new CustomerEvent(
                "view-of-" + item,
                "ada",
                "ada",
                null,
                NOON,
                NOON,
                "default",
                Channel.WEB,
                "s1",
                context,
                null,
                null,
                new Payload.ProductViewed(Product.of(item))));
  }

  /** A view at a time at which the contract lets nobody make one. */
  private static byte[] viewedAt(String moment) {
    return new String(viewed("tea"), UTF_8)
        .replace("\"occurredAt\":\"" + NOON, "\"occurredAt\":\"" + moment)
        .getBytes(UTF_8);
  }
}
