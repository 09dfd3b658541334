package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.source.Row.Count;
import java.util.Arrays;

/**
 * What goes with the items of the customer's earlier sessions: co-occurrence with forward decay
 * (live item-item), the less the longer ago the customer touched them.
 */
public final class History implements Source {

  private static final int ITEMS = 20;
  private static final double FADE = .9;

  private final ShopView shop;
  private final Rows rows;

  public History(ShopView shop, Rows rows) {
    this.shop = shop;
    this.rows = rows;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    HalfLives halfLives = shop.halfLives();
    double weight = 1;
    for (int item : touched(session)) {
      Row row = rows.of(item, session);
      Often often = new Often(row, halfLives);
      for (int i = 0; i < row.size(); i++) {
        if (row.get(Count.COF, i) > 0) {
          double both = often.either(shop.posting(row.items()[i]));
          int place = scores.place(row.items()[i]);
          scores.add(Signal.HISTORY, place, weight * row.get(Count.COF, i) / both);
        }
      }
      weight *= FADE;
    }
  }

  /**
   * Which item of the customer's earlier sessions speaks most for each of some others.
   *
   * @return UNKNOWN where none does
   */
  public int[] because(SessionAtHand session, int[] items) {
    int[] because = new int[items.length];
    Arrays.fill(because, ShopView.UNKNOWN);
    double[] most = new double[items.length];
    double weight = 1;
    for (int earlier : touched(session)) {
      Row row = rows.of(earlier, session);
      for (int i = 0; i < items.length; i++) {
        int neighbour = row.find(items[i]);
        double count = neighbour < 0 ? 0 : row.get(Count.COF, neighbour);
        double amount = weight * count / row.sum(Count.COF);
        if (amount > most[i]) {
          most[i] = amount;
          because[i] = earlier;
        }
      }
      weight *= FADE;
    }
    return because;
  }

  /** The newest items of earlier sessions that this one has not, the newest first. */
  private static int[] touched(SessionAtHand session) {
    Places touched = new Places(ITEMS);
    for (int i = session.past().size() - 1; i >= 0 && touched.size() < ITEMS; i--) {
      long[] steps = session.past().get(i);
      for (int at = Steps.count(steps) - 1; at >= 0 && touched.size() < ITEMS; at--) {
        if (!session.has(Steps.item(steps, at))) {
          touched.place(Steps.item(steps, at));
        }
      }
    }
    int[] items = new int[touched.size()];
    for (int place = 0; place < items.length; place++) {
      items[place] = touched.number(place);
    }
    return items;
  }
}
