package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is bought with an item, counted when asked for from the newest orders that have it, and kept
 * until there is another one. Any thread may ask.
 */
public final class Associations {

  private static final int MOST_NEIGHBOURS = 512;
  private static final int ROW_BYTES = 120;

  /**
   * What was counted.
   *
   * @param orders how many were looked at
   * @param counts of each other item, in how many of them it is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(Posting posting, int orders, int[] items, int[] counts) {

    /** Whether it is counted from these very orders. */
    @SuppressWarnings("ReferenceEquality") // each change of a posting makes another one
    boolean isOf(Posting other) {
      return posting == other;
    }

    long bytes() {
      return ROW_BYTES + 2L * Integer.BYTES * items.length;
    }
  }

  private final ShopView shop;
  private final KeptByItem<Row> rows;

  /**
   * None yet.
   *
   * @param budgetBytes what those kept may take
   */
  public Associations(ShopView shop, long budgetBytes) {
    this.shop = shop;
    this.rows = new KeptByItem<>(budgetBytes, Row::bytes);
  }

  /** Everything that was bought with an item, in no order. */
  public List<Association> of(int item) {
    Row row = row(item);
    double all = Math.max(1, shop.orders());
    double one = row.posting.frequency();
    List<Association> found = new ArrayList<>(row.items.length);
    for (int i = 0; i < row.items.length; i++) {
      double both = row.counts[i] * (one / row.orders);
      double other = Math.max(both, shop.orders(row.items[i]).frequency());
      found.add(Association.of(row.items[i], both, one, other, Math.max(all, other)));
    }
    return found;
  }

  private Row row(int item) {
    Posting posting = shop.orders(item);
    Row kept = rows.get(item);
    if (kept != null && kept.isOf(posting)) {
      return kept;
    }
    Row row = count(item, posting);
    rows.put(item, row);
    return row;
  }

  private Row count(int item, Posting posting) {
    Places others = new Places(64);
    double[] counts = new double[64];
    int orders = Math.min(ShopView.MOST_ORDERS, posting.held());
    for (int rank = 0; rank < orders; rank++) {
      long[] order = shop.order(posting.slot(rank));
      boolean isStill = order != null && Steps.lastOf(order, item) >= 0;
      for (int line = 0; isStill && line < Steps.count(order); line++) {
        if (Steps.item(order, line) != item) {
          int place = others.place(Steps.item(order, line));
          counts = place < counts.length ? counts : Arrays.copyOf(counts, 2 * place);
          counts[place]++;
        }
      }
    }
    double[] counted = counts;
    int[] kept = Greatest.places(counted, others.size(), MOST_NEIGHBOURS);
    return new Row(
        posting,
        orders,
        Arrays.stream(kept).map(others::number).toArray(),
        Arrays.stream(kept).map(place -> (int) counted[place]).toArray());
  }
}
