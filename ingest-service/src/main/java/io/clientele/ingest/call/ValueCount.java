package io.clientele.ingest.call;

import io.clientele.ingest.Reason;

/** Counts the values of one body. For one thread. */
final class ValueCount {

  /** Of 4 MB, one value for each 16 bytes; each costs far more in memory than in the text. */
  private static final int MOST_VALUES = 250_000;

  private int count;

  /**
   * One more.
   *
   * @throws Refusal if that is more than a body may have
   */
  void add() {
    count++;
    if (count > MOST_VALUES) {
      throw new Refusal(
          Reason.TOO_MANY,
          "",
          "A body may have " + MOST_VALUES + " values; nothing was taken, send smaller ones.");
    }
  }
}
