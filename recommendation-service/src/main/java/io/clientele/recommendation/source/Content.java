package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopView;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * What is like the newest items of the session by what the catalogue says, among the items that
 * nobody has touched yet: nothing else speaks for those.
 */
public final class Content implements Source {

  /** The most that {@link #likeness} can be. */
  static final double MOST = 2.8;

  private static final double BRAND = .5;
  private static final double PRICE = .3;

  private final ShopView shop;

  public Content(ShopView shop) {
    this.shop = shop;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    Set<Integer> categories = new HashSet<>();
    for (SessionAtHand.Described described : session.described()) {
      categories.add(described.facts().category());
    }
    for (int category : categories) {
      for (int item : shop.newcomers(category)) {
        ItemFacts facts = shop.posting(item).size() == 0 ? shop.facts(item) : null;
        double likeness = 0;
        for (SessionAtHand.Described described : session.described()) {
          likeness += facts == null ? 0 : likeness(described.facts(), facts);
        }
        if (likeness > 0 && !session.has(item)) {
          scores.add(Signal.CONTENT, scores.place(item), likeness);
        }
      }
    }
  }

  /** The id of the item of the session that another is most like; null where it has none. */
  public String mostLike(SessionAtHand session, int item) {
    ItemFacts facts = shop.facts(item);
    return session.described().stream()
        .filter(described -> facts != null)
        .max(Comparator.comparingDouble(described -> likeness(described.facts(), facts)))
        .map(SessionAtHand.Described::id)
        .orElse(null);
  }

  /** How alike two items are: category, brand, price and words of the name. */
  static double likeness(ItemFacts one, ItemFacts other) {
    double apart = Math.abs(Math.log(one.price() / other.price()));
    return (one.sharesCategory(other) ? 1 : 0)
        + (one.sharesBrand(other) ? BRAND : 0)
        + (Double.isNaN(apart) ? 0 : PRICE * Math.exp(-apart))
        + one.sharedWords(other);
  }
}
