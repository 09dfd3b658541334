package io.clientele.ingest;

import java.util.Objects;
import java.util.function.Supplier;

/** What becomes of one thing that was sent. */
public sealed interface Verdict {

  /**
   * It is valid.
   *
   * @param outgrown as what it is refused if it is larger than a record may be once it is written
   */
  record Accepted(ReceivedEvent event, String messageId, Supplier<Refused> outgrown)
      implements Verdict {
    public Accepted {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(outgrown, "outgrown");
    }
  }

  /**
   * It cannot be taken and goes to quarantine whole.
   *
   * @param messageId the sender's id of it, or null
   * @param customer the id it came with, or null
   * @param payload the text that was sent
   * @param around what stood around it and is needed to read it again, as JSON, or null
   * @param encoding of the payload: {@link #TEXT} or {@link #BYTES}
   */
  record Refused(
      Fault fault,
      String messageId,
      String customer,
      String payload,
      String around,
      String encoding)
      implements Verdict {

    /** The payload is the text that was sent. */
    public static final String TEXT = "utf-8";

    /** What was sent was no text; the payload is its Base64. */
    public static final String BYTES = "base64";

    /** A refused text. */
    public Refused(Fault fault, String messageId, String customer, String payload, String around) {
      this(fault, messageId, customer, payload, around, TEXT);
    }

    public Refused {
      Objects.requireNonNull(fault, "fault");
      Objects.requireNonNull(payload, "payload");
    }
  }
}
