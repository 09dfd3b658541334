package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.source.Row.Count;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts {@link Row}s from the sessions that have their items, one after another. */
final class RowCount {

  /** Pairs further apart do not count. */
  private static final int REACH = 10;

  /** Neighbours of a row, the heaviest; twice as many made no difference (validation). */
  private static final int MOST_NEIGHBOURS = 256;

  /** What is left of so small a part of a count comes of rounding. */
  private static final double ROUNDING = 1e-5;

  private static final int USUAL = 1 << 10;

  private final Places neighbours = new Places(USUAL);
  private final long[] entries = new long[Posting.VISIBLE];
  private final long[][] sessions = new long[Posting.VISIBLE][];
  private final long[] ends = new long[Posting.VISIBLE];

  /** All counts of one neighbour, then of the next. */
  private double[] counts = new double[USUAL * Count.ALL];

  private int[] lastSession = new int[USUAL];
  private double[] cares = new double[USUAL];

  /** The row of an item as it is now. */
  Row of(int item, ShopView shop, HalfLives halfLives) {
    long left = shop.itemsLeft();
    Posting posting = shop.posting(item);
    if (posting.size() == 0) {
      return Row.NONE;
    }
    begin();
    double often = 0;
    int count = posting.read(Posting.VISIBLE, entries);
    shop.readSessions(entries, count, sessions, ends);
    for (int rank = 0; rank < count; rank++) {
      if (sessions[rank] != null) {
        double age = Math.max(0, posting.seconds(0) - ends[rank] / 1000);
        double weight = HalfLives.factor(age, halfLives.slow());
        often += weight;
        add(item, sessions[rank], rank, weight);
      }
    }
    return row(Row.Basis.of(posting, halfLives, left, often));
  }

  /** A row as it would be without some sessions that have its item. */
  Row without(List<long[]> some, int item, Row row) {
    begin();
    Row.Basis basis = row.basis();
    int sessions = 0;
    double often = 0;
    for (long[] steps : some) {
      long seconds = Steps.millis(steps, Steps.count(steps) - 1) / 1000;
      if (seconds >= basis.oldest() && seconds <= basis.newest()) {
        double weight = HalfLives.factor((double) (basis.newest() - seconds), basis.by().slow());
        often += weight;
        add(item, steps, sessions++, weight);
      }
    }
    return sessions == 0 ? row : takenFrom(row, basis.less(sessions, often));
  }

  private void begin() {
    int known = Math.min(neighbours.size(), lastSession.length);
    Arrays.fill(counts, 0, known * Count.ALL, 0);
    Arrays.fill(lastSession, 0, known, 0);
    neighbours.clear();
  }

  private Row takenFrom(Row row, Row.Basis basis) {
    int[] left =
        IntStream.range(0, row.size())
            .filter(i -> rest(Count.SR, row, i) + rest(Count.RV, row, i) > 0)
            .toArray();
    float[] rests = new float[Count.ALL * left.length];
    double[] sums = row.sums().clone();
    for (Count count : Count.values()) {
      for (int i = 0; i < left.length; i++) {
        rests[count.column() * left.length + i] = rest(count, row, left[i]);
      }
      for (int place = 0; place < neighbours.size(); place++) {
        double rest = sums[count.column()] - get(count, place);
        sums[count.column()] = Math.max(ROUNDING * row.sum(count), rest);
      }
    }
    int[] items = Arrays.stream(left).map(i -> row.items()[i]).toArray();
    return new Row(basis, items, rests, sums);
  }

  /** What is left of a neighbour's count. */
  private float rest(Count count, Row row, int neighbour) {
    int place = neighbours.find(row.items()[neighbour]);
    double rest = row.get(count, neighbour) - (place < 0 ? 0 : get(count, place));
    return rest < ROUNDING * row.get(count, neighbour) ? 0 : (float) rest;
  }

  private double get(Count count, int place) {
    return counts[place * Count.ALL + count.column()];
  }

  private void add(int item, long[] steps, int session, double weight) {
    int length = Steps.count(steps);
    for (int at = 0; at < length; at++) {
      if (Steps.item(steps, at) != item) {
        continue;
      }
      for (int other = Math.max(0, at - REACH); other < Math.min(length, at + REACH + 1); other++) {
        if (other != at) {
          add(steps, at, other, session, weight);
        }
      }
    }
  }

  /** One pair of steps. */
  private void add(long[] steps, int at, int other, int session, double weight) {
    int place = neighbours.place(Steps.item(steps, other));
    if (place >= lastSession.length) {
      grow();
    }
    int distance = other - at;
    if (distance == 1) {
      add(Count.M1, Count.M1F, place, 1, weight);
    }
    double nearness = 1.0 / Math.abs(distance);
    if (distance > 0) {
      add(Count.SR, Count.SRF, place, nearness, weight);
    } else {
      add(Count.RV, Count.RVF, place, nearness, weight);
    }
    if (Steps.item(steps, other) != Steps.item(steps, at)) {
      addCompany(place, session, Steps.kind(steps, other).care(), weight);
    }
  }

  /** Once a session: its number of sessions, and its weight by the most that somebody cared. */
  private void addCompany(int place, int session, double care, double weight) {
    if (lastSession[place] != session + 1) {
      lastSession[place] = session + 1;
      cares[place] = 0;
      add(Count.CO, place, 1);
    }
    if (care > cares[place]) {
      add(Count.COF, place, (care - cares[place]) * weight);
      cares[place] = care;
    }
  }

  private void add(Count plain, Count decayed, int place, double amount, double weight) {
    add(plain, place, amount);
    add(decayed, place, amount * weight);
  }

  private void add(Count count, int place, double amount) {
    counts[place * Count.ALL + count.column()] += amount;
  }

  private Row row(Row.Basis basis) {
    int[] kept = heaviest();
    float[] columns = new float[Count.ALL * kept.length];
    double[] sums = new double[Count.ALL];
    for (int place = 0; place < neighbours.size(); place++) {
      for (int count = 0; count < Count.ALL; count++) {
        sums[count] += counts[place * Count.ALL + count];
      }
    }
    int[] items = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      items[i] = neighbours.number(kept[i]);
      for (int count = 0; count < Count.ALL; count++) {
        columns[count * kept.length + i] = (float) counts[kept[i] * Count.ALL + count];
      }
    }
    return new Row(basis, items, columns, sums);
  }

  /** The places of the neighbours that are kept, the heaviest first, equal ones by sight. */
  private int[] heaviest() {
    double[] weights = new double[neighbours.size()];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = get(Count.SRF, place) + get(Count.COF, place);
    }
    return Greatest.first(weights, weights.length, MOST_NEIGHBOURS);
  }

  private void grow() {
    lastSession = Arrays.copyOf(lastSession, 2 * lastSession.length);
    cares = Arrays.copyOf(cares, lastSession.length);
    counts = Arrays.copyOf(counts, Count.ALL * lastSession.length);
  }
}
