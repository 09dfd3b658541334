package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import java.util.stream.IntStream;

/**
 * How {@link Vstan} weighs: the parameters DEF of models.md. A session weighs e times less for
 * every 60,000 that came after it (snh).
 */
final class Likeness {

  /** DEF A: spw 4, inh 2, ipw 4, bwd .6, self .3, idf 1, cosine; k 200 instead of 1,000. */
  static final Likeness COSINE = new Likeness(true, 4, 2, 4, .6, .3, 1, 200);

  /** DEF B: spw 2.5, inh 2, ipw 1, bwd .3, self .1, idf .3, dot product; k 200, not 1,500. */
  static final Likeness PRODUCT = new Likeness(false, 2.5, 2, 1, .3, .1, .3, 200);

  /** Further than any two steps of a session are apart; counts nothing. */
  static final int NEVER = ShopView.MOST_STEPS;

  /** Of whole numbers from 0. */
  private static final double[] LOGARITHMS =
      IntStream.range(0, 4096).mapToDouble(Math::log).toArray();

  private final boolean isCosine;
  private final double[] sessionWeights;
  private final double[] anchorWeights;
  private final double[] itemWeights;
  private final double backwards;
  private final double self;
  private final double idf;
  private final int neighbours;

  private Likeness(
      boolean isCosine,
      double sessionFade,
      double itemFade,
      double anchorFade,
      double backwards,
      double self,
      double idf,
      int neighbours) {
    this.isCosine = isCosine;
    this.sessionWeights = fading(sessionFade);
    this.itemWeights = fading(itemFade);
    this.anchorWeights = fading(anchorFade);
    this.backwards = backwards;
    this.self = self;
    this.idf = idf;
    this.neighbours = neighbours;
  }

  private static double[] fading(double fade) {
    double[] weights = new double[NEVER + 1];
    for (int distance = 0; distance < NEVER; distance++) {
      weights[distance] = Math.exp(-distance / fade);
    }
    return weights;
  }

  /** The natural logarithm of a whole number, asked for thousands of times a query. */
  static double logarithm(int number) {
    return number < LOGARITHMS.length ? LOGARITHMS[number] : Math.log(number);
  }

  /** How many of the most similar sessions count. */
  int neighbours() {
    return neighbours;
  }

  /** Of a shared item, by how many items ago it was touched. */
  double weight(int distance) {
    return sessionWeights[distance];
  }

  /** Of a session as a whole, but for its age. */
  double factor(int anchorDistance, int length) {
    double weight = anchorWeights[anchorDistance];
    return isCosine ? weight / Math.sqrt(Math.max(1, length)) : weight;
  }

  /** Of an item, by the logarithm of how many sessions there are to one that has it. */
  double rarity(double logarithm) {
    return 1 + idf * logarithm;
  }

  /**
   * Of an item, by the nearest of its steps to the anchor.
   *
   * @param behind how far behind the anchor it comes, {@link #NEVER} if it does not
   * @param before how far before it, likewise
   * @param isAnchor whether it is the anchor's item
   */
  double near(int behind, int before, boolean isAnchor) {
    return isAnchor ? 1 : itemWeights[Math.min(behind, before)];
  }

  /** The same, where the next one counts fully and what stood before the anchor less. */
  double behind(int behind, int before, boolean isAnchor) {
    double there = isAnchor ? self : 0;
    double apart = Math.max(itemWeights[behind], backwards * itemWeights[before]);
    return Math.max(there, apart / itemWeights[1]);
  }
}
