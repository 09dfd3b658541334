package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;

/**
 * How {@link Vstan} weighs: the parameters DEF of models.md. Ages are in half-lives of 60,000
 * sessions (snh).
 *
 * @param isCosine whether a long session counts less
 * @param sessionFade items of the session at hand (spw)
 * @param itemFade steps of the neighbour, from the anchor, the newest shared item (inh)
 * @param anchorFade items of the session at hand, from its newest to the anchor (ipw)
 * @param backwards the weight of what stood before the anchor (bwd)
 * @param self the least weight of the anchor itself
 * @param idf the weight of an item's rarity
 * @param neighbours how many of the most similar sessions count (k)
 */
record Likeness(
    boolean isCosine,
    double sessionFade,
    double itemFade,
    double anchorFade,
    double backwards,
    double self,
    double idf,
    int neighbours) {

  /** DEF A. */
  static final Likeness COSINE = new Likeness(true, 4, 2, 4, .6, .3, 1, 1000);

  /** DEF B. */
  static final Likeness PRODUCT = new Likeness(false, 2.5, 2, 1, .3, .1, .3, 1500);

  /** Of a shared item, by how many items ago it was touched. */
  double weight(int distance) {
    return Math.exp(-distance / sessionFade);
  }

  /** Of a session as a whole. */
  double factor(double age, int anchorDistance, int length) {
    double fade = Math.exp(-age - anchorDistance / anchorFade);
    return isCosine ? fade / Math.sqrt(Math.max(1, length)) : fade;
  }

  /** Of an item by how many sessions have it, 1 for one that all have. */
  double rarity(ShopView shop, int item) {
    double sessions = shop.sessions() + 1;
    return 1 + idf * Math.max(0, Math.log(sessions / (shop.posting(item).frequency() + 1)));
  }

  /** Of the item that comes last at a place: by its place that is nearest to the anchor. */
  double near(long[] steps, int last, int anchor) {
    int nearest = Integer.MAX_VALUE;
    for (int place = last; place >= 0; place = before(steps, place)) {
      nearest = Math.min(nearest, Math.abs(place - anchor));
    }
    return Math.exp(-nearest / itemFade);
  }

  /** The same, where what stood before the anchor counts less. */
  double behind(long[] steps, int last, int anchor) {
    double best = 0;
    for (int place = last; place >= 0; place = before(steps, place)) {
      double weight =
          place == anchor
              ? self
              : Math.exp(-(Math.abs(place - anchor) - 1) / itemFade)
                  * (place > anchor ? 1 : backwards);
      best = Math.max(best, weight);
    }
    return best;
  }

  /** Where the item of a place was touched the time before; −1 where it was not. */
  private static int before(long[] steps, int place) {
    int before = place - 1;
    while (before >= 0 && Steps.item(steps, before) != Steps.item(steps, place)) {
      before--;
    }
    return before;
  }
}
