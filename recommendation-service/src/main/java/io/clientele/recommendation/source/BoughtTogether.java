package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;

/** What is bought with the newest items of the session. */
public final class BoughtTogether implements Source {

  private static final int ITEMS = 8;

  /** Below, two items may well be together by chance (models.md, "Association"). */
  private static final double LEAST_RATIO = 5;

  private static final int LEAST_COUNT = 2;

  private final Associations associations;

  public BoughtTogether(Associations associations) {
    this.associations = associations;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    int items = Math.min(ITEMS, session.newestFirst().length);
    for (int distance = 0; distance < items; distance++) {
      for (Association found : associations.of(session.newestFirst()[distance])) {
        if (found.count() >= LEAST_COUNT && found.likelihoodRatio() >= LEAST_RATIO) {
          scores.add(Signal.TOGETHER, scores.place(found.item()), found.confidence());
        }
      }
    }
  }

  /**
   * The item of the session that another one is bought with most surely.
   *
   * @param item its number; {@link ShopView#UNKNOWN} where there is none
   * @param orders that have both
   */
  public record Pair(int item, long orders) {}

  /** What of the session speaks most for an item. */
  public Pair strongest(SessionAtHand session, int item) {
    Pair strongest = new Pair(ShopView.UNKNOWN, 0);
    double most = 0;
    for (int distance = 0; distance < Math.min(ITEMS, session.newestFirst().length); distance++) {
      for (Association found : associations.of(session.newestFirst()[distance])) {
        if (found.item() == item && found.confidence() > most) {
          most = found.confidence();
          strongest = new Pair(session.newestFirst()[distance], found.count());
        }
      }
    }
    return strongest;
  }
}
