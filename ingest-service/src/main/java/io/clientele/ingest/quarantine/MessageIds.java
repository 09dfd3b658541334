package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;

/** By what a rejection and its mark find each other. */
public final class MessageIds {

  private MessageIds() {}

  /**
   * The message's own id within its source, so that a message that was refused in several forms is
   * taken once; the rejection's where it has none.
   */
  public static String of(RejectedEvent rejected) {
    return rejected.messageId() == null ? rejected.rejectedId() : rejected.messageId();
  }
}
