package io.clientele.ingest;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import java.time.Instant;
import java.util.Optional;

/** How events stand in {@code received-events}. */
public final class EventRecords {

  /** What a record's value may have, leaving room for key, headers and the catalogue's words. */
  private static final int LARGEST_VALUE_BYTES = Topics.MAX_RECORD_BYTES - 576 * 1024;

  private static final RecordFormat<ReceivedEvent> FORMAT = RecordFormat.of(ReceivedEvent.class);

  private EventRecords() {}

  /** The record, with the time of the receipt; empty if it is larger than a record may be. */
  public static Optional<LogRecord> of(ReceivedEvent event) {
    byte[] value = FORMAT.write(event);
    if (value.length > LARGEST_VALUE_BYTES) {
      return Optional.empty();
    }
    Instant receivedAt = event.receivedAt();
    return Optional.of(
        new LogRecord(
            Topics.RECEIVED_EVENTS,
            event.key(),
            value,
            receivedAt,
            new LogRecord.Attributes(
                event.eventId(), ReceivedEvent.class.getSimpleName(), receivedAt)));
  }
}
