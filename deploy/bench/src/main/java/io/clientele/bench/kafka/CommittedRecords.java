package io.clientele.bench.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
    forEach(topics.ends(topic).keySet(), record -> values.accept(record.value()));
  }

  /** Hands on every record of these partitions. */
  void forEach(
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    partitions.stream()
        .map(TopicPartition::topic)
        .distinct()
        .forEach(topic -> ends.putAll(topics.ends(topic)));
    ends.keySet().retainAll(partitions);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records);
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
