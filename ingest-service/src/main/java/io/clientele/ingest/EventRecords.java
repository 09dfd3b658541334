package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  /** Why an event is refused that was within the limit as it was sent, but not as it is written. */
  public static Verdict.Refused outgrown(Verdict.Accepted accepted) {
    Fault fault =
        new Fault(Reason.TOO_LARGE, "", "Normalised, the event is larger than a record may be.");
    return new Verdict.Refused(
        fault,
        accepted.messageId(),
        accepted.event().key(),
        new String(FORMAT.write(accepted.event()), UTF_8),
        null);
  }
}
