package io.clientele.runtime.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time that a record carries; of one that carries none, the latest of its partition so far.
 * Kafka takes such records from any client, and Kafka Streams' own extractor stops the partition at
 * them for good.
 */
final class RecordTime implements TimestampExtractor {

  /** Never fails and is never negative, either of which would pass by the quarantine. */
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
  }
}
