package io.clientele.profile.streams;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Gives a move the time of the record that caused it, by which Kafka Streams chooses between a
 * task's topics: so it is taken in before all that was received later, however much of that waits.
 * The record's own time is that of sending, since the moves' topic forgets by it.
 */
final class MoveTime implements TimestampExtractor {

  private static final String CAUSED_AT = "clientele-caused-at";

  /** Says when the cause was received, in milliseconds of the epoch. */
  static void stamp(Headers headers, long causedAt) {
    headers.add(CAUSED_AT, ByteBuffer.allocate(Long.BYTES).putLong(causedAt).array());
  }

  /** The time of the cause; that of sending where an earlier version sent the move. */
  @Override
  public long extract(ConsumerRecord<Object, Object> move, long partitionTime) {
    Header causedAt = move.headers().lastHeader(CAUSED_AT);
    return causedAt == null || causedAt.value().length != Long.BYTES
        ? move.timestamp()
        : ByteBuffer.wrap(causedAt.value()).getLong();
  }
}
