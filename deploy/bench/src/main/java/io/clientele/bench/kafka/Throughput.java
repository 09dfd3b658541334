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
   * Seconds from when the first records are seen to be read to when all are; exact to a look every
   * 50 ms.
   *
   * @param alive whether to go on waiting
   */
  public double secondsUntilNone(BooleanSupplier alive) throws InterruptedException {
    long first = 0;
    while (true) {
      long left = behind.getAsLong();
      if (left < before && first == 0) {
        first = System.nanoTime();
      }
      if (left == 0) {
        return (System.nanoTime() - first) / 1e9;
      }
      if (!alive.getAsBoolean()) {
        throw new IllegalStateException(
            "the service died with %d of %d records unread".formatted(left, before));
      }
      Thread.sleep(LOOK.toMillis());
    }
  }
}
