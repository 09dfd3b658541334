package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Row.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes with one item in sessions, or is like it. */
public final class SimilarItems {

  /** As much as the source of content weighs in the blend. */
  private static final double CONTENT = Signal.CONTENT.weight();

  /**
   * One of them.
   *
   * @param item its number
   * @param score the cosine of the sessions that have either, 0 to 1, and a little for likeness; of
   *     an item with more sessions than are read as if the others were like those
   * @param sessions that have both, of those that are read
   */
  public record Similar(int item, double score, long sessions) {}

  private final ShopView shop;
  private final Rows rows;

  public SimilarItems(ShopView shop, Rows rows) {
    this.shop = shop;
    this.rows = rows;
  }

  /**
   * All of them, in no order.
   *
   * @param item its number, maybe {@link ShopView#UNKNOWN}
   * @param facts what the catalogue says of it, or null
   */
  public List<Similar> of(int item, ItemFacts facts) {
    Map<Integer, Similar> found = new HashMap<>();
    Row row = rows.of(item, SessionAtHand.NOBODYS);
    double frequency = row.basis().frequency();
    double unseen = Math.max(1, frequency / Posting.VISIBLE);
    for (int i = 0; i < row.size(); i++) {
      int other = row.items()[i];
      float seen = row.get(Count.CO, i);
      if (seen > 0) {
        double both = seen * unseen;
        double either = Math.max(both * both, frequency * shop.posting(other).frequency());
        double cosine = both / Math.sqrt(either);
        found.put(other, new Similar(other, cosine + likeness(facts, other), Math.round(seen)));
      }
    }
    if (facts != null) {
      for (int other : shop.newcomers(facts.category())) {
        if (other != item) {
          found.putIfAbsent(other, new Similar(other, likeness(facts, other), 0));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** How many sessions have both of two items, of the newest of the one, the asker's own not. */
  public long sessionsWithBoth(int one, int other, SessionAtHand asker) {
    Row row = rows.of(one, asker);
    int neighbour = row.find(other);
    return neighbour < 0 ? 0 : Math.round(row.get(Count.CO, neighbour));
  }

  private double likeness(ItemFacts facts, int other) {
    ItemFacts others = facts == null ? null : shop.facts(other);
    return others == null ? 0 : CONTENT * Content.likeness(facts, others) / Content.MOST;
  }
}
