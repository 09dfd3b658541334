package io.clientele.recommendation.log;

import java.util.concurrent.TimeUnit;

/**
 * When to find anew what is trending: soon after something was learned, and never for more than a
 * tenth of the time however large the index is.
 */
final class TrendingPace {

  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int SHARE = 10;

  private boolean changed;
  private long notBefore = System.nanoTime();

  /**
   * Whether it is time.
   *
   * @param learned whether anything was learned since the last call
   * @param now whether not to wait any longer
   */
  boolean isDue(boolean learned, boolean now) {
    changed |= learned;
    return now || (changed && System.nanoTime() >= notBefore);
  }

  /** Does it, and waits the longer for the next time the longer it took. */
  void time(Runnable refresh) {
    long began = System.nanoTime();
    refresh.run();
    long ended = System.nanoTime();
    changed = false;
    notBefore = ended + Math.max(LEAST_NANOS, SHARE * (ended - began));
  }
}
