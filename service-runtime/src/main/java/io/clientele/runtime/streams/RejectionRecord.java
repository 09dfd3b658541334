package io.clientele.runtime.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** A rejection as {@code rejected-events} carries it: by source, at the refused record's time. */
public final class RejectionRecord {

  private static final RecordFormat<RejectedEvent> FORMAT = RecordFormat.of(RejectedEvent.class);

  private RejectionRecord() {}

  /**
   * For {@link RejectedEventsSink}.
   *
   * @param refused the record, whose other headers stay
   */
  public static Record<String, Object> of(RejectedEvent rejected, Record<String, ?> refused) {
    Record<String, Object> out = refused.withKey(rejected.source()).withValue(rejected);
    stamp(out.headers(), rejected);
    return out;
  }

  /** For a producer of bytes. */
  public static ProducerRecord<String, byte[]> of(RejectedEvent rejected) {
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(
            Topics.REJECTED_EVENTS.name(),
            null,
            // A record that carries no time says -1, which no producer may.
            Math.max(0, rejected.rejectedAt().toEpochMilli()),
            rejected.source(),
            FORMAT.write(rejected));
    stamp(out.headers(), rejected);
    return out;
  }

  private static void stamp(Headers headers, RejectedEvent rejected) {
    CloudEventHeaders.stamp(
        headers,
        rejected.rejectedId(),
        rejected.service(),
        RejectedEvent.class.getSimpleName(),
        rejected.rejectedAt());
  }
}
