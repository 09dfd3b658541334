package io.clientele.local.load;

import io.clientele.local.platform.PlatformException;
import java.util.concurrent.TimeUnit;

/** Holds a sender to a rate. */
final class Pace {

  private final long nanosBetween;
  private long next = System.nanoTime();

  /**
   * @param eventsPerSecond 0 for as fast as it goes
   */
  Pace(int eventsPerSecond) {
    this.nanosBetween = eventsPerSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / eventsPerSecond;
  }

  /** Waits until the next event is due; a late one does not make up for lost time in a burst. */
  void await() {
    if (nanosBetween == 0) {
      return;
    }
    long now = System.nanoTime();
    if (next > now) {
      try {
        TimeUnit.NANOSECONDS.sleep(next - now);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PlatformException("interrupted while keeping pace", e);
      }
    }
    next = Math.max(next, now - TimeUnit.SECONDS.toNanos(1)) + nanosBetween;
  }
}
