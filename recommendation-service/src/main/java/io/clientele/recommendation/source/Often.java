package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;

/** How often the item of a row is there, and others, older sessions less. */
final class Often {

  private final HalfLives halfLives;
  private final double perWeight;
  private final double often;

  Often(Row row, HalfLives halfLives) {
    this.halfLives = halfLives;
    this.perWeight = halfLives.slowAt((double) row.basis().newest(), 1);
    this.often = row.basis().often();
  }

  /** The root of how often either is there; never 0. */
  double either(Posting other) {
    double others = perWeight * other.weights(halfLives).slow();
    return others == 0 || often == 0 ? 1 : Math.sqrt(often * others); // 0: as good as left
  }
}
