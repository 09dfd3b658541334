package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The rows of items, counted when they are asked for and kept until what they are counted from
 * changes; where that happens all the time, for a thousand times as long as counting took. Any
 * thread may ask.
 */
public final class Rows {

  /** A row that changes is counted anew so much less often than it could be. */
  private static final long REST = 1_000;

  private static final long LONGEST_REST_NANOS = 500_000_000;

  /** Eight counts and the number of a neighbour. */
  private static final int NEIGHBOUR_BYTES = 9 * Integer.BYTES;

  private static final int ROW_BYTES = 400;

  private record Held(Row row, long countedAt, long tookNanos) {}

  private final ShopView shop;
  private final LongSupplier nanos;
  private final KeptByItem<Held> rows;

  /**
   * None yet.
   *
   * @param budgetBytes what the rows kept may take
   * @param nanos a clock in nanoseconds; one that stands still makes every row exact
   */
  public Rows(ShopView shop, long budgetBytes, LongSupplier nanos) {
    this.shop = shop;
    this.nanos = nanos;
    this.rows = new KeptByItem<>(budgetBytes, held -> bytesOf(held.row));
  }

  /** The row of an item, without what the asker's own sessions have in it. */
  Row of(int item, SessionAtHand session) {
    Row row = of(item);
    List<long[]> own =
        session.own().stream().filter(steps -> Steps.lastOf(steps, item) >= 0).toList();
    return own.isEmpty() ? row : RowCount.without(own, item, row);
  }

  /** The row of an item; empty for one that nobody touched. */
  private Row of(int item) {
    HalfLives halfLives = shop.halfLives();
    if (item == ShopView.UNKNOWN) {
      return RowCount.of(item, shop, halfLives);
    }
    Held held = rows.get(item);
    if (held != null && (isCurrent(held.row, item, halfLives) || rests(held))) {
      return held.row;
    }
    long began = nanos.getAsLong();
    Row row = RowCount.of(item, shop, halfLives);
    long now = nanos.getAsLong();
    rows.put(item, new Held(row, now, now - began));
    return row;
  }

  /** An estimate of the heap taken. */
  public long bytes() {
    return rows.bytes();
  }

  private boolean isCurrent(Row row, int item, HalfLives halfLives) {
    return row.isOf(shop.posting(item)) && row.halfLives().same(halfLives);
  }

  private boolean rests(Held held) {
    long rest = Math.min(LONGEST_REST_NANOS, REST * held.tookNanos);
    return nanos.getAsLong() - held.countedAt < rest;
  }

  private static long bytesOf(Row row) {
    return ROW_BYTES + (long) NEIGHBOUR_BYTES * row.size();
  }
}
