package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.List;

/**
 * The rows of items, counted when they are asked for and kept until what they are counted from
 * changes by more than makes a difference. Any thread may ask.
 */
public final class Rows {

  /** Eight counts and the number of a neighbour. */
  private static final int NEIGHBOUR_BYTES = 9 * Integer.BYTES;

  private static final int ROW_BYTES = 300;

  private final ShopView shop;
  private final KeptByItem<Row> rows;
  private final ThreadLocal<RowCount> counts = ThreadLocal.withInitial(RowCount::new);

  /**
   * None yet.
   *
   * @param budgetBytes what the rows kept may take
   */
  public Rows(ShopView shop, long budgetBytes) {
    this.shop = shop;
    this.rows = new KeptByItem<>(budgetBytes, Rows::bytesOf);
  }

  /** The row of an item, without what the asker's own sessions have in it. */
  Row of(int item, SessionAtHand session) {
    Row row = of(item);
    if (session.own().isEmpty()) {
      return row;
    }
    List<long[]> own =
        session.own().stream().filter(steps -> Steps.lastOf(steps, item) >= 0).toList();
    return own.isEmpty() ? row : counts.get().without(own, item, row);
  }

  /** The row of an item; empty for one that nobody touched. */
  private Row of(int item) {
    if (item == ShopView.UNKNOWN) {
      return Row.NONE;
    }
    HalfLives halfLives = shop.halfLives();
    Row kept = rows.get(item);
    boolean isGood =
        kept != null && kept.basis().isAsGoodAs(shop.posting(item), halfLives, shop.itemsLeft());
    if (isGood) {
      return kept;
    }
    Row row = counts.get().of(item, shop, halfLives);
    rows.put(item, row);
    return row;
  }

  /** An estimate of the heap taken. */
  public long bytes() {
    return rows.bytes();
  }

  private static long bytesOf(Row row) {
    return ROW_BYTES + (long) NEIGHBOUR_BYTES * row.size();
  }
}
