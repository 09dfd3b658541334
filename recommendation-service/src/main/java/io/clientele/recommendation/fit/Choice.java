package io.clientele.recommendation.fit;

import io.clientele.recommendation.memory.Steps;
import java.util.List;

/** Which steps of sessions are to be foretold: all, or so many, always the same ones. */
record Choice(double share) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** At most about so many of these sessions. */
  static Choice of(int most, List<Walk> walks) {
    return new Choice((double) most / Math.max(1, count(walks)));
  }

  /** How many steps there are to foretell. */
  static int count(List<Walk> walks) {
    return walks.stream().mapToInt(Walk::count).sum();
  }

  boolean has(long[] session, int step) {
    long mixed = (Steps.key(session) + step) * GOLDEN;
    mixed = (mixed ^ (mixed >>> 32)) * GOLDEN;
    return (mixed >>> 11) * 0x1p-53 < share;
  }
}
