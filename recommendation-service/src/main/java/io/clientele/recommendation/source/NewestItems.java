package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Row.Count;

/** What goes with the newest items of the session, the less the longer ago (models.md). */
public final class NewestItems implements Source {

  private static final int ITEMS = 8;

  /** Of the items before the newest, so many neighbours, the heaviest, count. */
  private static final int OLDER = 64;

  private static final double RULES_FADE = .6;
  private static final double COSINES_FADE = .8;

  private final ShopView shop;
  private final Rows rows;

  public NewestItems(ShopView shop, Rows rows) {
    this.shop = shop;
    this.rows = rows;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    HalfLives halfLives = shop.halfLives();
    int items = Math.min(ITEMS, session.newestFirst().length);
    for (int distance = 0; distance < items; distance++) {
      Row row = rows.of(session.newestFirst()[distance], session);
      Signal before = distance == 1 ? Signal.SRF_2 : distance == 2 ? Signal.SRF_3 : null;
      double rules = Math.pow(RULES_FADE, distance) / row.sum(Count.SRF);
      double cosines = Math.pow(COSINES_FADE, distance);
      Often often = new Often(row, halfLives);
      int neighbours = distance == 0 ? row.size() : Math.min(OLDER, row.size());
      for (int i = 0; i < neighbours; i++) {
        int place = scores.place(row.items()[i]);
        if (row.get(Count.SRF, i) > 0) {
          scores.add(Signal.SRAGG, place, rules * row.get(Count.SRF, i));
          if (before != null) {
            scores.add(before, place, row.get(Count.SRF, i));
          }
        }
        if (row.get(Count.COF, i) > 0) {
          double both = often.either(shop.posting(row.items()[i]));
          scores.add(Signal.COAGG, place, cosines * row.get(Count.COF, i) / both);
        }
      }
    }
  }

  /**
   * Which of the session's items speaks most for each of some others.
   *
   * @return how many items ago it was touched, 0 also where none speaks for it
   */
  public int[] because(SessionAtHand session, int[] items) {
    Places asked = new Places(items.length);
    for (int item : items) {
      asked.place(item);
    }
    double[] most = new double[asked.size()];
    int[] best = new int[asked.size()];
    for (int distance = 0; distance < Math.min(ITEMS, session.newestFirst().length); distance++) {
      Row row = rows.of(session.newestFirst()[distance], session);
      double weight = Math.pow(COSINES_FADE, distance) / row.sum(Count.COF);
      for (int i = 0; i < row.size(); i++) {
        int place = asked.find(row.items()[i]);
        if (place >= 0 && weight * row.get(Count.COF, i) > most[place]) {
          most[place] = weight * row.get(Count.COF, i);
          best[place] = distance;
        }
      }
    }
    return best;
  }
}
