package io.clientele.recommendation.source;

import io.clientele.recommendation.source.Row.Count;

/** What goes with what goes with the newest item (models.md). */
public final class TwoHop implements Source {

  private static final int NEIGHBOURS = 20;

  /** Of each of them, the heaviest. */
  private static final int NEXT = 64;

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
    double[] weights = weights(row);
    for (int neighbour = 0; neighbour < weights.length; neighbour++) {
      weights[neighbour] = row.items()[neighbour] == newest ? 0 : weights[neighbour];
    }
    for (int neighbour : Greatest.places(weights, weights.length, NEIGHBOURS)) {
      if (weights[neighbour] > 0) {
        add(rows.of(row.items()[neighbour], session), weights[neighbour] / sum(row), scores);
      }
    }
  }

  private static void add(Row next, double share, Scores scores) {
    double factor = share / sum(next);
    double[] weights = weights(next);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        scores.add(Signal.TWOHOP, scores.place(next.items()[i]), factor * weights[i]);
      }
    }
  }

  private static double[] weights(Row row) {
    double[] weights = new double[Math.min(NEXT, row.size())];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = row.get(Count.SRF, i) + BACKWARDS * row.get(Count.RVF, i);
    }
    return weights;
  }

  private static double sum(Row row) {
    return row.sum(Count.SRF) + BACKWARDS * row.sum(Count.RVF);
  }
}
