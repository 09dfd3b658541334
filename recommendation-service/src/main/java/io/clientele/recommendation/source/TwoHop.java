package io.clientele.recommendation.source;

import io.clientele.recommendation.source.Row.Count;

/** What goes with what goes with the newest item (models.md). */
public final class TwoHop implements Source {

  private static final int NEIGHBOURS = 20;
  private static final double BACKWARDS = .5;

  private final Rows rows;

  public TwoHop(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    if (session.newestFirst().length == 0) {
      return;
    }
    int newest = session.newestFirst()[0];
    Row row = rows.of(newest, session);
    for (int neighbour : heaviest(row, newest)) {
      if (row.items()[neighbour] == newest || weight(row, neighbour) == 0) {
        continue;
      }
      Row next = rows.of(row.items()[neighbour], session);
      double share = weight(row, neighbour) / sum(row);
      double rest = sum(next);
      for (int i = 0; i < next.size(); i++) {
        double weight = weight(next, i);
        if (weight > 0) {
          scores.add(Signal.TWOHOP, next.items()[i], share * weight / rest);
        }
      }
    }
  }

  private static int[] heaviest(Row row, int but) {
    double[] weights = new double[row.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = row.items()[i] == but ? 0 : weight(row, i);
    }
    return Greatest.places(weights, weights.length, NEIGHBOURS);
  }

  private static double weight(Row row, int i) {
    return row.get(Count.SRF, i) + BACKWARDS * row.get(Count.RVF, i);
  }

  private static double sum(Row row) {
    return row.sum(Count.SRF) + BACKWARDS * row.sum(Count.RVF);
  }
}
