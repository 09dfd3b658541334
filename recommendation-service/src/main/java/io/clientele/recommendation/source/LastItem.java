package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Row.Count;

/** What goes with the newest item: sequential rules and co-occurrence (models.md). */
public final class LastItem implements Source {

  private final ShopView shop;
  private final Rows rows;

  public LastItem(ShopView shop, Rows rows) {
    this.shop = shop;
    this.rows = rows;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    if (session.newestFirst().length == 0) {
      return;
    }
    Row row = rows.of(session.newestFirst()[0], session);
    double frequency = row.posting().frequency();
    for (int i = 0; i < row.size(); i++) {
      int item = row.items()[i];
      add(scores, Signal.M1, item, row.get(Count.M1, i));
      add(scores, Signal.M1F, item, row.get(Count.M1F, i));
      add(scores, Signal.SR, item, row.get(Count.SR, i));
      add(scores, Signal.SRF, item, row.get(Count.SRF, i));
      add(scores, Signal.RV, item, row.get(Count.RV, i));
      double both = frequency * shop.posting(item).frequency();
      add(scores, Signal.COSINE, item, row.get(Count.CO, i) / Math.sqrt(Math.max(1, both)));
    }
  }

  private static void add(Scores scores, Signal signal, int item, double amount) {
    if (amount > 0) {
      scores.add(signal, item, amount);
    }
  }
}
