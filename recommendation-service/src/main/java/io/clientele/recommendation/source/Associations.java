package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is bought with an item, counted when asked for from the newest orders that have it, and kept
 * until there is another one. Any thread may ask.
 */
public final class Associations {

  /** How many other items are kept of an item, those that are with it most often. */
  public static final int MOST_NEIGHBOURS = 512;

  /** How many lines of orders are looked at, the newest orders first: bounds the time. */
  private static final int MOST_LINES = 100_000;

  private static final int ROW_BYTES = 120;

  /**
   * What was counted.
   *
   * @param changes of the orders that it is counted from, see {@link Posting#changes}
   * @param frequency orders that have the item
   * @param orders how many of them were looked at
   * @param items the others, the one that is with it most often first
   * @param counts in how many of them each is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(long changes, int frequency, int orders, int[] items, int[] counts) {

    long bytes() {
      return ROW_BYTES + 2L * Integer.BYTES * items.length;
    }
  }

  /** Of an item that nobody touched. */
  private static final Row NONE = new Row(0, 0, 0, new int[0], new int[0]);

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

  /** What was bought with an item most often, the most often first. */
  public List<Association> of(int item, int most) {
    Row row = row(item);
    return IntStream.range(0, Math.min(most, row.items.length))
        .mapToObj(i -> association(row, i))
        .toList();
  }

  /** How much one item is bought with another; empty where nobody did, or very few. */
  public Optional<Association> between(int one, int other) {
    Row row = row(one);
    return IntStream.range(0, row.items.length)
        .filter(i -> row.items[i] == other)
        .mapToObj(i -> association(row, i))
        .findFirst();
  }

  private Association association(Row row, int i) {
    double one = row.frequency;
    double both = row.counts[i] * (one / row.orders);
    double other = Math.max(both, shop.orders(row.items[i]).frequency());
    double all = Math.max(shop.orders(), one + other - both);
    return Association.of(row.items[i], both, one, other, all);
  }

  private Row row(int item) {
    if (item == ShopView.UNKNOWN) {
      return NONE;
    }
    Posting posting = shop.orders(item);
    Row kept = rows.get(item);
    if (kept != null && kept.changes == posting.changes()) {
      return kept;
    }
    Row row = count(item, posting);
    rows.put(item, row);
    return row;
  }

  private Row count(int item, Posting posting) {
    Places others = new Places(64);
    double[] counts = new double[64];
    int most = Math.min(ShopView.MOST_ORDERS, posting.held());
    int orders = 0;
    int lines = 0;
    while (orders < most && lines < MOST_LINES) {
      long[] order = shop.order(posting.slot(orders++));
      lines += order == null ? 0 : Steps.count(order);
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
    int[] kept = Greatest.first(counted, others.size(), MOST_NEIGHBOURS);
    return new Row(
        posting.changes(),
        posting.frequency(),
        orders,
        Arrays.stream(kept).map(others::number).toArray(),
        Arrays.stream(kept).map(place -> (int) counted[place]).toArray());
  }
}
