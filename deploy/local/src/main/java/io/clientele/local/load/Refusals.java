package io.clientele.local.load;

/** Takes what ingest does not take; many threads tell it. */
@FunctionalInterface
public interface Refusals {

  /**
   * An event was refused.
   *
   * @param line of the file that it came from, 0 if it came from none
   * @param messageId what it was sent under
   * @param reason ingest's code for it, or the title of a problem about the whole batch
   */
  void refused(long line, String messageId, String reason);
}
