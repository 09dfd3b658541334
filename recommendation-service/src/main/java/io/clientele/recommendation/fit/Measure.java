package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel.Quality;
import io.clientele.recommendation.rank.Candidates;
import java.util.ArrayList;
import java.util.List;

/** How well one ranker foretells: HR@20 and MRR@20, query by query. */
final class Measure {

  private static final int SHOWN = 20;

  /** Of a normal distribution, 95 percent on either side. */
  private static final double DEVIATIONS = 1.96;

  /** One over the place of the item that came next among the first 20, else 0. */
  private final List<Double> reciprocals = new ArrayList<>();

  void add(Candidates candidates, String next) {
    double reciprocal = 0;
    for (int rank = 0; rank < Math.min(SHOWN, candidates.size()) && reciprocal == 0; rank++) {
      if (candidates.text(rank).equals(next)) {
        reciprocal = 1.0 / (rank + 1);
      }
    }
    add(reciprocal);
  }

  /** One query by the reciprocal of the item's place, 0 where it was not among the first 20. */
  void add(double reciprocal) {
    reciprocals.add(reciprocal);
  }

  Quality quality() {
    double hits = reciprocals.stream().filter(reciprocal -> reciprocal > 0).count();
    double sum = reciprocals.stream().mapToDouble(Double::doubleValue).sum();
    int queries = reciprocals.size();
    int divisor = Math.max(1, queries);
    return new Quality(100 * hits / divisor, 100 * sum / divisor, queries);
  }

  /**
   * Whether it is better than another over the same queries: by a greater mean reciprocal rank and
   * not fewer hits than chance explains (paired, at 95 percent).
   */
  boolean isBetterThan(Measure other) {
    int queries = reciprocals.size();
    double difference = 0;
    double squares = 0;
    double hits = 0;
    double changed = 0;
    for (int query = 0; query < queries; query++) {
      double ours = reciprocals.get(query);
      double theirs = other.reciprocals.get(query);
      difference += ours - theirs;
      squares += (ours - theirs) * (ours - theirs);
      hits += (ours > 0 ? 1 : 0) - (theirs > 0 ? 1 : 0);
      changed += (ours > 0) == (theirs > 0) ? 0 : 1;
    }
    return difference > DEVIATIONS * Math.sqrt(squares) && hits >= -DEVIATIONS * Math.sqrt(changed);
  }
}
