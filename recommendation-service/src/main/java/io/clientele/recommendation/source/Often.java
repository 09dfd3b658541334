package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;

/** How often an item is there, older sessions less, as of its newest session. */
final class Often {

  private final HalfLives halfLives;
  private final double seconds;
  private final double slow;

  Often(Posting posting, HalfLives halfLives) {
    this.halfLives = halfLives;
    this.seconds = posting.size() == 0 ? 0 : posting.seconds(0);
    this.slow = posting.size() == 0 ? 0 : posting.slow(halfLives, seconds);
  }

  /** The root of how often either is there; never 0. */
  double either(Posting other) {
    if (other.size() == 0) {
      return 1; // it left a moment ago
    }
    return Math.sqrt(slow * other.slow(halfLives, seconds));
  }
}
