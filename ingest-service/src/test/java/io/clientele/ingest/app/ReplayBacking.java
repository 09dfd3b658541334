package io.clientele.ingest.app;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.kafka.LogProducer;
import io.clientele.ingest.projection.RejectionConsumer;
import io.clientele.testing.Broker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A broker with the topics that a replay reads and writes, and a database with the quarantine. */
final class ReplayBacking {

  private static final int PARTITIONS = 3;
  private static final long BUFFER_BYTES = 32 * 1024 * 1024;
  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);

  private final Broker broker;
  private final EmbeddedPostgres postgres;

  private ReplayBacking(Broker broker, EmbeddedPostgres postgres) {
    this.broker = broker;
    this.postgres = postgres;
  }

  /** Starts both, with the broker's log under {@code directory}. */
  static ReplayBacking start(Path directory) throws Exception {
    ReplayBacking backing = new ReplayBacking(Broker.start(directory), EmbeddedPostgres.start());
    QuarantineTables.create(backing.database());
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, backing.kafka()))) {
      List<NewTopic> topics =
          List.of(
              new NewTopic(Topics.REJECTED_EVENTS.name(), PARTITIONS, (short) 1),
              new NewTopic(Topics.RECEIVED_EVENTS.name(), PARTITIONS, (short) 1));
      admin.createTopics(topics).all().get();
    }
    return backing;
  }

  /** The broker's address. */
  String kafka() {
    return broker.address();
  }

  DataSource database() {
    return postgres.getPostgresDatabase();
  }

  void send(Topic topic, String value) throws Exception {
    try (Producer<String, byte[]> producer = LogProducer.connect(kafka(), BUFFER_BYTES)) {
      producer
          .send(new ProducerRecord<>(topic.name(), "shop", value.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  /** A producer for transactions that nobody had before; to be closed. */
  Producer<String, byte[]> transactional() {
    return LogProducer.connect(kafka(), BUFFER_BYTES, "test-" + UUID.randomUUID());
  }

  /** Ids of all events that a topology would see. */
  List<String> received() {
    List<String> ids = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = RejectionConsumer.connect(kafka(), "reader")) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(Topics.RECEIVED_EVENTS.name(), partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
      while (goal.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          ids.add(RECEIVED.read(record.value()).eventId());
        }
      }
    }
    return ids;
  }

  void stop() throws Exception {
    postgres.close();
    broker.kill();
  }
}
