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
    double frequency = row.basis().frequency();
    for (int i = 0; i < row.size(); i++) {
      int place = scores.place(row.items()[i]);
      scores.add(Signal.M1, place, row.get(Count.M1, i));
      scores.add(Signal.M1F, place, row.get(Count.M1F, i));
      scores.add(Signal.SR, place, row.get(Count.SR, i));
      scores.add(Signal.SRF, place, row.get(Count.SRF, i));
      scores.add(Signal.RV, place, row.get(Count.RV, i));
      double both = frequency * shop.posting(row.items()[i]).frequency();
      scores.add(Signal.COSINE, place, row.get(Count.CO, i) / Math.sqrt(Math.max(1, both)));
    }
  }
}
