package io.clientele.ingest;

import java.util.Objects;

/** What becomes of one thing that was sent. */
public sealed interface Verdict {

  /** It is valid. */
  record Accepted(ReceivedEvent event, String messageId) implements Verdict {
    public Accepted {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(messageId, "messageId");
    }
  }

  /**
   * It cannot be taken and goes to quarantine whole.
   *
   * @param messageId the sender's id of it, or null
   * @param customer the id it came with, or null
   * @param payload the text that was sent
   * @param around what stood around it and is needed to read it again, as JSON, or null
   */
  record Refused(Fault fault, String messageId, String customer, String payload, String around)
      implements Verdict {
    public Refused {
      Objects.requireNonNull(fault, "fault");
      Objects.requireNonNull(payload, "payload");
    }
  }
}
