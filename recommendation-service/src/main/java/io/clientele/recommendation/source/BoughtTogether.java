package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import java.util.Optional;

/** What is bought with the newest items of the session. */
public final class BoughtTogether implements Source {

  private static final int ITEMS = 8;

  /** Below, two items may well be together by chance (models.md, "Association"). */
  private static final double LEAST_RATIO = 5;

  private static final int LEAST_COUNT = 2;

  /** Of each of them, those that are bought with it most often. */
  private static final int NEIGHBOURS = 64;

  private final Associations associations;

  public BoughtTogether(Associations associations) {
    this.associations = associations;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    int items = Math.min(ITEMS, session.newestFirst().length);
    for (int distance = 0; distance < items; distance++) {
      for (Association found : associations.of(session.newestFirst()[distance], NEIGHBOURS)) {
        if (isSure(found)) {
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
      int touched = session.newestFirst()[distance];
      Optional<Association> found = associations.between(touched, item);
      if (found.isPresent() && found.get().confidence() > most) {
        most = found.get().confidence();
        strongest = new Pair(touched, found.get().count());
      }
    }
    return strongest;
  }

  private static boolean isSure(Association found) {
    return found.count() >= LEAST_COUNT
        && found.lift() > 1
        && found.likelihoodRatio() >= LEAST_RATIO;
  }
}
