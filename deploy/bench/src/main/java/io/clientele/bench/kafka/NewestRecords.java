package io.clientele.bench.kafka;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * What a compacted topic would hold if it were compacted now, without waiting for it.
 *
 * @param topic its name
 * @param records all that a reader gets today, older versions too
 * @param keys that have a newest record with a value
 * @param bytes of those records' keys and values, before compression
 */
public record NewestRecords(String topic, long records, long keys, long bytes) {

  /** Reads a topic whole, a partition after the other: a key is always in the same one. */
  public static NewestRecords of(String topic, CommittedRecords reader, KafkaTopics topics) {
    long records = 0;
    long keys = 0;
    long bytes = 0;
    for (TopicPartition partition : topics.ends(topic).keySet()) {
      Newest newest = new Newest();
      reader.forEach(List.of(partition), record -> newest.add(record.key(), record.value()));
      records += newest.records;
      keys += newest.bytes.size();
      bytes += newest.bytes.values().stream().mapToLong(Integer::longValue).sum();
    }
    return new NewestRecords(topic, records, keys, bytes);
  }

  /** The sum of something over the newest records of a topic. */
  public static long sum(
      String topic, CommittedRecords reader, KafkaTopics topics, ToLongFunction<byte[]> value) {
    Map<ByteBuffer, Long> newest = new HashMap<>();
    reader.forEach(
        topics.ends(topic).keySet(),
        record -> newest.put(ByteBuffer.wrap(record.key()), value.applyAsLong(record.value())));
    return newest.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The keys of one partition, each with the size of its newest record. */
  static final class Newest {

    private final Map<ByteBuffer, Integer> bytes = new HashMap<>();
    private long records;

    void add(byte[] key, byte[] value) {
      records++;
      if (value == null) {
        bytes.remove(ByteBuffer.wrap(key));
      } else {
        bytes.put(ByteBuffer.wrap(key), key.length + value.length);
      }
    }

    Map<ByteBuffer, Integer> bytes() {
      return Map.copyOf(bytes);
    }
  }
}
