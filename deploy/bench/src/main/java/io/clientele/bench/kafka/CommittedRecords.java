package io.clientele.bench.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its start to where it ends now, committed records only. */
public final class CommittedRecords {

  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrap;
  private final KafkaTopics topics;

  public CommittedRecords(String bootstrap, KafkaTopics topics) {
    this.bootstrap = bootstrap;
    this.topics = topics;
  }

  /** How many there are. */
  public long count(String topic) {
    long[] count = {0};
    forEach(topic, record -> count[0]++);
    return count[0];
  }

  /** Hands on every value. */
  public void forEach(String topic, Consumer<byte[]> values) {
    Map<TopicPartition, Long> ends = topics.ends(topic);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          values.accept(record.value());
        }
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
