package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.source.Row.Count;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts one {@link Row} from the sessions that have its item. */
final class RowCount {

  /** Pairs further apart do not count. */
  private static final int REACH = 10;

  /** Neighbours of a row; the least of more cost .3 points of HR@20 when cut at 256. */
  private static final int MOST_NEIGHBOURS = 512;

  /** What is below comes of rounding. */
  private static final double LEAST = 1e-6;

  private final Places neighbours = new Places(1 << 9);
  private double[][] counts = new double[Count.ALL][1 << 10];
  private int[] lastSession = new int[1 << 10];
  private double[] cares = new double[1 << 10];

  static Row of(int item, ShopView shop, HalfLives halfLives) {
    Posting posting = shop.posting(item);
    RowCount count = new RowCount();
    for (int rank = 0; rank < posting.size(); rank++) {
      long[] steps = shop.session(posting.slot(rank));
      if (steps != null) {
        double age = posting.seconds(0) - posting.seconds(rank);
        count.add(item, steps, rank, HalfLives.factor(age, halfLives.slow()));
      }
    }
    return count.row(posting, halfLives);
  }

  /** A row as it would be without some sessions. */
  static Row without(List<long[]> sessions, int item, Row row) {
    Posting posting = row.posting();
    RowCount count = new RowCount();
    for (int i = 0; i < sessions.size(); i++) {
      long[] steps = sessions.get(i);
      long seconds = Steps.millis(steps, Steps.count(steps) - 1) / 1000;
      boolean isCounted = posting.size() > 0 && seconds >= posting.seconds(posting.size() - 1);
      if (isCounted) {
        double age = posting.seconds(0) - seconds;
        count.add(item, steps, i, HalfLives.factor(age, row.halfLives().slow()));
      }
    }
    return count.neighbours.size() == 0 ? row : count.takenFrom(row);
  }

  private Row takenFrom(Row row) {
    int[] left =
        IntStream.range(0, row.size())
            .filter(i -> rest(Count.SR, row, i) + rest(Count.RV, row, i) > 0)
            .toArray();
    float[][] columns = new float[counts.length][left.length];
    double[] sums = row.sums().clone();
    for (Count count : Count.values()) {
      for (int i = 0; i < left.length; i++) {
        columns[count.column()][i] = rest(count, row, left[i]);
      }
      for (int place = 0; place < neighbours.size(); place++) {
        double less = sums[count.column()] - counts[count.column()][place];
        sums[count.column()] = Math.max(LEAST, less);
      }
    }
    int[] items = Arrays.stream(left).map(i -> row.items()[i]).toArray();
    return new Row(row.posting(), row.halfLives(), items, columns, sums);
  }

  /** What is left of a neighbour's count. */
  private float rest(Count count, Row row, int neighbour) {
    int place = neighbours.find(row.items()[neighbour]);
    double rest = row.get(count, neighbour) - (place < 0 ? 0 : counts[count.column()][place]);
    return rest < LEAST ? 0 : (float) rest;
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
      counts[Count.CO.column()][place] += 1;
    }
    if (care > cares[place]) {
      counts[Count.COF.column()][place] += (care - cares[place]) * weight;
      cares[place] = care;
    }
  }

  private void add(Count plain, Count decayed, int place, double amount, double weight) {
    counts[plain.column()][place] += amount;
    counts[decayed.column()][place] += amount * weight;
  }

  private Row row(Posting posting, HalfLives halfLives) {
    int[] kept = heaviest();
    float[][] columns = new float[counts.length][kept.length];
    double[] sums = new double[counts.length];
    for (int count = 0; count < counts.length; count++) {
      for (int place = 0; place < neighbours.size(); place++) {
        sums[count] += counts[count][place];
      }
      for (int i = 0; i < kept.length; i++) {
        columns[count][i] = (float) counts[count][kept[i]];
      }
    }
    int[] items = Arrays.stream(kept).map(neighbours::number).toArray();
    return new Row(posting, halfLives, items, columns, sums);
  }

  /** The places of the neighbours that are kept, in the order of sight: the newest first. */
  private int[] heaviest() {
    double[] weights = new double[neighbours.size()];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = counts[Count.SRF.column()][place] + counts[Count.COF.column()][place];
    }
    return Greatest.places(weights, weights.length, MOST_NEIGHBOURS);
  }

  private void grow() {
    lastSession = Arrays.copyOf(lastSession, 2 * lastSession.length);
    cares = Arrays.copyOf(cares, lastSession.length);
    for (int count = 0; count < counts.length; count++) {
      counts[count] = Arrays.copyOf(counts[count], lastSession.length);
    }
  }
}
