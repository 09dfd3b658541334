package io.clientele.bench.report;

import java.util.Collection;
import java.util.List;

/** What several rounds gave. */
public record Spread(double median, double min, double max) {

  /**
   * The middle and the ends of these values.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no round, no median");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
