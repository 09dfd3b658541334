package io.clientele.bench.sessions;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each query brings one row, or the difference between two rows: HR@20 and MRR@20 are means.
 */
final class Outcomes {

  private final double[] hits;
  private final double[] reciprocals;

  private Outcomes(double[] hits, double[] reciprocals) {
    this.hits = hits;
    this.reciprocals = reciprocals;
  }

  /**
   * Those of a row.
   *
   * @param places of the targets, from 1; 0 where not among the first 20
   */
  static Outcomes of(int... places) {
    return new Outcomes(
        Arrays.stream(places).mapToDouble(place -> place == 0 ? 0 : 1).toArray(),
        Arrays.stream(places).mapToDouble(place -> place == 0 ? 0 : 1.0 / place).toArray());
  }

  /** How much more each query brings than it brings another row. */
  Outcomes minus(Outcomes other) {
    return new Outcomes(difference(hits, other.hits), difference(reciprocals, other.reciprocals));
  }

  private static double[] difference(double[] ours, double[] theirs) {
    return IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray();
  }

  /** HR@20 and MRR@20. */
  Quality quality(Bootstrap bootstrap) {
    return Quality.of(bootstrap.mean(hits), bootstrap.mean(reciprocals));
  }
}
