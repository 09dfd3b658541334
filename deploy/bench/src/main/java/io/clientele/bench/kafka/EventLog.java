package io.clientele.bench.kafka;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes what ingest would write. A backlog is one transaction: those who read committed records
 * only see nothing of it while it grows and all of it at once, warm and idle as they are.
 */
public final class EventLog implements AutoCloseable {

  private static final RecordFormat<CustomerEvent> EVENT = RecordFormat.of(CustomerEvent.class);
  private static final RecordFormat<CustomerMerge> MERGE = RecordFormat.of(CustomerMerge.class);
  private static final String SERVICE = "bench";

  /** A large backlog on a slow machine; brokers allow 15 minutes unless told otherwise. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param name of the transactions; of two writers with one name the later fences the earlier
   */
  public EventLog(String bootstrap, String name) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                name,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) LONGEST_TRANSACTION.toMillis(),
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Writes so many events to a topic, received as they say, and says where they are. */
  public Backlog append(String topic, Supplier<CustomerEvent> events, long count) {
    return append(topic, events, count, CustomerEvent::receivedAt);
  }

  /** Writes so many events as if they were received now: who reads them is not behind. */
  public void appendLive(String topic, Supplier<CustomerEvent> events, long count) {
    Instant now = Instant.now();
    append(topic, events, count, event -> now);
  }

  private Backlog append(
      String topic,
      Supplier<CustomerEvent> events,
      long count,
      Function<CustomerEvent, Instant> receipt) {
    Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    Map<TopicPartition, Long> firsts = new ConcurrentHashMap<>();
    producer.beginTransaction();
    for (long number = 0; number < count; number++) {
      CustomerEvent event = events.get();
      ProducerRecord<byte[], byte[]> record =
          record(
              topic, event.customerId(), receipt.apply(event).toEpochMilli(), EVENT.write(event));
      CloudEventHeaders.stamp(
          record.headers(), event.eventId(), SERVICE, "CustomerEvent", event.occurredAt());
      send(
          record,
          (metadata, failure) -> {
            if (failure == null) {
              TopicPartition partition = new TopicPartition(topic, metadata.partition());
              firsts.merge(partition, metadata.offset(), Math::min);
              ends.merge(partition, metadata.offset() + 1, Math::max);
            }
          });
    }
    producer.commitTransaction();
    return new Backlog(count, new HashMap<>(firsts), new HashMap<>(ends));
  }

  /** Links ids. */
  public void merge(List<CustomerMerge> merges, Instant at) {
    if (merges.isEmpty()) {
      return;
    }
    producer.beginTransaction();
    for (CustomerMerge merge : merges) {
      ProducerRecord<byte[], byte[]> record =
          record(
              Topics.CUSTOMER_MERGES.name(),
              merge.customerId(),
              at.toEpochMilli(),
              MERGE.write(merge));
      CloudEventHeaders.stamp(record.headers(), merge.customerId(), SERVICE, "CustomerMerge", at);
      send(record, null);
    }
    producer.commitTransaction();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record was not taken
  private void send(ProducerRecord<byte[], byte[]> record, Callback taken) {
    producer.send(record, taken);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String key, long timestamp, byte[] value) {
    return new ProducerRecord<>(
        topic, null, timestamp, key.getBytes(StandardCharsets.UTF_8), value);
  }

  @Override
  public void close() {
    producer.close();
  }
}
