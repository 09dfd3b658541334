package io.clientele.contract;

import java.time.Instant;

/**
 * A record that could not be taken, with everything needed to see why, mend it and send it again.
 *
 * @param rejectedId stable: the same record refused again at the same place has the same id, so a
 *     repeated rejection is harmless
 * @param service who refused it
 * @param source the source that sent it, else the topic it stood on
 * @param reason a stable code in kebab-case, to search by
 * @param field where the fault is, as a JSON pointer, or null where it is the whole
 * @param detail what is wrong and what to do, for people
 * @param place {@code topic-partition@offset} of a record, or {@code METHOD path} of a request
 * @param messageId the sender's id of it, or null
 * @param customer the id it came with, or null
 * @param payload the whole of it, as text
 * @param around what stood around it and is needed to read it again, such as a batch's own fields,
 *     as JSON; or null
 * @param payloadEncoding {@code utf-8}, or {@code base64} where the bytes are no text
 * @param rejectedAt when it was refused
 * @param replayedAt null, but in the mark that is written when it was taken after all; see {@link
 *     #replayed}
 */
public record RejectedEvent(
    String rejectedId,
    String service,
    String source,
    String reason,
    String field,
    String detail,
    String place,
    String messageId,
    String customer,
    String payload,
    String around,
    String payloadEncoding,
    Instant rejectedAt,
    Instant replayedAt) {

  public RejectedEvent {
    Require.text(rejectedId, "rejectedId");
    Require.text(service, "service");
    Require.text(source, "source");
    Require.text(reason, "reason");
    Require.present(payload, "payload");
    Require.present(payloadEncoding, "payloadEncoding");
    Require.present(rejectedAt, "rejectedAt");
  }

  /**
   * The mark that it was taken after all, so that it is never sent again. What was sent is not
   * repeated in it: that stands in the rejection and, mended, in the event.
   */
  public RejectedEvent replayed(Instant at) {
    return new RejectedEvent(
        rejectedId,
        service,
        source,
        reason,
        field,
        detail,
        place,
        messageId,
        customer,
        "",
        null,
        payloadEncoding,
        rejectedAt,
        at);
  }
}
