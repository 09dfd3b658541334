package io.clientele.ingest;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes down what was refused over HTTP, so that it can be read back, mended and sent again. */
public final class Rejections {

  /** What a record's value may have, leaving room for key and headers. */
  private static final int LARGEST_VALUE_BYTES = Topics.MAX_REJECTION_BYTES - 64 * 1024;

  /** Fits however much of it JSON has to escape, at six bytes a character. */
  private static final int CUT_PAYLOAD_CHARACTERS = LARGEST_VALUE_BYTES / 8;

  private static final RecordFormat<RejectedEvent> FORMAT = RecordFormat.of(RejectedEvent.class);

  private final String service;

  /** Rejections by this service. */
  public Rejections(String service) {
    this.service = service;
  }

  /**
   * The rejection. The same message refused again for the same reason at the same place has the
   * same id; one without an id of its own only within the same hour, by the clock in UTC: that is a
   * retry, what comes later happened anew. The payload is kept whole but for what {@link KeptText}
   * takes out.
   */
  RejectedEvent of(Intake.Origin origin, Verdict.Refused why) {
    Fault fault = why.fault();
    boolean broken =
        fault.reason() == Reason.MALFORMED_JSON || fault.reason() == Reason.MALFORMED_ENCODING;
    String payload = why.payload();
    if (why.encoding().equals(Verdict.Refused.TEXT)) {
      payload = broken ? KeptText.ofOther(payload, origin.writeKey()) : KeptText.ofJson(payload);
    }
    String around = KeptText.ofJson(why.around());
    return new RejectedEvent(
        Fingerprint.of(
            origin.source(),
            fault.reason().code(),
            text(origin.place()),
            why.messageId() == null
                ? origin.receivedAt().truncatedTo(ChronoUnit.HOURS).toString()
                : "",
            why.encoding(),
            text(around),
            payload),
        service,
        origin.source(),
        fault.reason().code(),
        fault.pointer().isEmpty() ? null : fault.pointer(),
        fault.detail(),
        origin.place(),
        why.messageId(),
        why.customer(),
        payload,
        around,
        why.encoding(),
        origin.receivedAt(),
        null);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  /** The rejection of a part of what was refused whole before. */
  public RejectedEvent ofPart(RejectedEvent whole, Verdict.Refused why) {
    Intake.Origin origin =
        new Intake.Origin(whole.source(), KeptText.HIDDEN, whole.place(), whole.rejectedAt());
    return of(origin, why);
  }

  /**
   * The record; a payload that no record can hold is cut, and the detail says so. A mark has the
   * time of its replay, and so outlives what it marks.
   */
  public LogRecord record(RejectedEvent rejected) {
    return record(
        rejected, rejected.replayedAt() == null ? rejected.rejectedAt() : rejected.replayedAt());
  }

  /**
   * The same, kept as long as what is received now: a part of what was refused long ago has its
   * time, and would be deleted by it.
   */
  public LogRecord record(RejectedEvent rejected, Instant now) {
    byte[] value = FORMAT.write(rejected);
    if (value.length > LARGEST_VALUE_BYTES) {
      value = FORMAT.write(cut(rejected));
    }
    boolean mark = rejected.replayedAt() != null;
    Instant at = mark ? rejected.replayedAt() : rejected.rejectedAt();
    String id = mark ? rejected.rejectedId() + ":replayed" : rejected.rejectedId();
    return new LogRecord(
        Topics.REJECTED_EVENTS,
        rejected.source(),
        value,
        now,
        new LogRecord.Attributes(id, RejectedEvent.class.getSimpleName(), at));
  }

  private static RejectedEvent cut(RejectedEvent whole) {
    int length = Math.min(whole.payload().length(), CUT_PAYLOAD_CHARACTERS);
    return new RejectedEvent(
        whole.rejectedId(),
        whole.service(),
        whole.source(),
        whole.reason(),
        whole.field(),
        whole.detail() + " Only its first " + length + " characters are kept.",
        whole.place(),
        cut(whole.messageId()),
        cut(whole.customer()),
        whole.payload().substring(0, length),
        whole.around(),
        whole.payloadEncoding(),
        whole.rejectedAt(),
        whole.replayedAt());
  }

  private static String cut(String text) {
    return text == null || text.length() <= CustomerReference.MAX_LENGTH
        ? text
        : text.substring(0, CustomerReference.MAX_LENGTH);
  }
}
