package io.clientele.ingest;

import java.util.List;

/**
 * The answer to whoever sent events: what the brokers have acknowledged, and what was not taken.
 *
 * @param accepted how many were stored; one that had come before counts, since it is stored
 */
public record Receipt(int accepted, List<Rejection> rejected) {

  /**
   * One thing that was not taken.
   *
   * @param index its place in what was sent, from 0
   * @param messageId the sender's id of it, or null
   * @param reason a stable code
   * @param pointer where the fault is, as a JSON pointer into the one thing
   */
  public record Rejection(
      int index, String messageId, String reason, String pointer, String detail) {}

  public Receipt {
    rejected = List.copyOf(rejected);
  }

  /** Whether something was sent of which nothing could be taken. */
  public boolean tookNothing() {
    return accepted == 0 && !rejected.isEmpty();
  }
}
