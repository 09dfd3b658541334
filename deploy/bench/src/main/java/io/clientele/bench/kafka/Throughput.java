package io.clientele.bench.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Watches a reader work off what lies before it. It is asked how far the reader has committed, not
 * how far the topic that it writes has grown: that has a marker in each partition for each commit.
 */
public final class Throughput {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final LongSupplier behind;
  private final long before;

  /**
   * Measures what is read from now on.
   *
   * @param behind how many records are still to be read
   */
  public Throughput(LongSupplier behind) {
    this.behind = behind;
    this.before = behind.getAsLong();
  }

  /**
   * Records a second, from when half of them are left to when none is: the first half warms up
   * whoever reads. Exact to a look every 50 ms.
   *
   * @param alive whether to go on waiting
   */
  public double ofSecondHalf(BooleanSupplier alive) throws InterruptedException {
    long half = 0;
    long halfNanos = 0;
    while (true) {
      long left = behind.getAsLong();
      if (half == 0 && left <= before / 2) {
        half = left;
        halfNanos = System.nanoTime();
      }
      if (left == 0) {
        return half / ((System.nanoTime() - halfNanos) / 1e9);
      }
      if (!alive.getAsBoolean()) {
        throw new IllegalStateException(
            "the service died with %d of %d records unread".formatted(left, before));
      }
      Thread.sleep(LOOK.toMillis());
    }
  }
}
