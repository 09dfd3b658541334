package io.clientele.bench.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that lie before a reader.
 *
 * @param events how many
 * @param firsts the offset of the first of each partition
 * @param ends the offset after the last of each partition, before any marker
 */
public record Backlog(
    long events, Map<TopicPartition, Long> firsts, Map<TopicPartition, Long> ends) {

  public Backlog {
    firsts = Map.copyOf(firsts);
    ends = Map.copyOf(ends);
  }

  /** How many of them a group has still to commit; a partition that it never committed is whole. */
  public long left(Map<TopicPartition, OffsetAndMetadata> committed) {
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata read = committed.get(end.getKey());
      long from = firsts.get(end.getKey());
      left += Math.max(0, end.getValue() - (read == null ? from : Math.max(from, read.offset())));
    }
    return left;
  }
}
