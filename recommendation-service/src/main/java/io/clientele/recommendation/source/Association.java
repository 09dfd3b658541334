package io.clientele.recommendation.source;

/**
 * How much one item is bought with another (models.md, "Association").
 *
 * @param item the other one's number
 * @param count orders that have both
 * @param support of all orders, how many have both, 0 to 1
 * @param confidence of the orders with the one, how many have the other, 0 to 1
 * @param lift how many times more that is than among all orders
 * @param likelihoodRatio Dunning's, 2 ln λ: above 5 it is hardly chance
 */
public record Association(
    int item, long count, double support, double confidence, double lift, double likelihoodRatio) {

  /**
   * From how many orders there are.
   *
   * @param both maybe an estimate, and so not whole
   * @param one of the item asked about, above 0
   * @param other of the other item, above 0
   */
  static Association of(int item, double both, double one, double other, double all) {
    return new Association(
        item,
        Math.round(both),
        both / all,
        both / one,
        both * all / (one * other),
        likelihoodRatio(both, one - both, other - both, all - one - other + both));
  }

  /** How much surer one may be than if the two had nothing to do with each other. */
  public double strength() {
    return confidence * (1 - 1 / Math.sqrt(Math.max(1.0, (double) count)));
  }

  private static double likelihoodRatio(double k11, double k12, double k21, double k22) {
    double rows = disorder(k11 + k12, k21 + k22);
    double columns = disorder(k11 + k21, k12 + k22);
    return 2 * Math.max(0, rows + columns - disorder(k11, k12, k21, k22));
  }

  /** H of models.md. */
  private static double disorder(double... counts) {
    double sum = 0;
    double parts = 0;
    for (double count : counts) {
      sum += count;
      parts += xlnx(count);
    }
    return xlnx(sum) - parts;
  }

  private static double xlnx(double x) {
    return x <= 0 ? 0 : x * Math.log(x);
  }
}
