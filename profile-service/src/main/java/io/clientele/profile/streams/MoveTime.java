package io.clientele.profile.streams;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Gives a move the time of the record that caused it, by which Kafka Streams chooses between what a
 * task has fetched of its topics: so a move does not wait behind all that was received later. The
 * record's own time is that of sending, since the moves' topic forgets by it.
 */
final class MoveTime implements TimestampExtractor {

  private static final String CAUSED_AT = "clientele-caused-at";

  /** Says when the cause was received, in milliseconds of the epoch. */
  static void stamp(Headers headers, long causedAt) {
    headers.add(CAUSED_AT, ByteBuffer.allocate(Long.BYTES).putLong(causedAt).array());
  }

  /**
   * The time of the cause; that of sending where the header says none, as of an earlier version's
   * moves. Never fails and is never negative, either of which would pass by the quarantine.
   */
  @Override
  public long extract(ConsumerRecord<Object, Object> move, long partitionTime) {
    Header causedAt = move.headers().lastHeader(CAUSED_AT);
    boolean isTold =
        causedAt != null && causedAt.value() != null && causedAt.value().length == Long.BYTES;
    long time = isTold ? ByteBuffer.wrap(causedAt.value()).getLong() : move.timestamp();
    return Math.max(0, time);
  }
}
