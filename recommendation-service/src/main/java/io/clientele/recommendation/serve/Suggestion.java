package io.clientele.recommendation.serve;

/**
 * An item to show, and why.
 *
 * @param score the higher the better; comparable among suggestions of one answer and one kind
 */
public record Suggestion(String id, double score, Reason reason) {

  /**
   * Where a suggestion comes from.
   *
   * @param kind {@code session}: what similar sessions went on to; {@code trending}: what many look
   *     at now
   * @param item the item of the session that the largest share of the score is due to, or null
   */
  public record Reason(String kind, String item) {

    static final Reason TRENDING = new Reason("trending", null);

    static Reason session(String item) {
      return new Reason("session", item);
    }
  }
}
