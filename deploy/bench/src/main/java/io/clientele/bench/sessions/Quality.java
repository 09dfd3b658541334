package io.clientele.bench.sessions;

/** HR@20 and MRR@20 in percent, or differences of them, each with its half-width. */
public record Quality(double hr20, double mrr20, double hr20HalfWidth, double mrr20HalfWidth) {

  private static final double PERCENT = 100;

  /**
   * Of shares from 0 to 1.
   *
   * @param hits what HR@20 is the mean of
   * @param reciprocals what MRR@20 is the mean of
   */
  static Quality of(Estimate hits, Estimate reciprocals) {
    return new Quality(
        PERCENT * hits.mean(),
        PERCENT * reciprocals.mean(),
        PERCENT * hits.halfWidth(),
        PERCENT * reciprocals.halfWidth());
  }
}
