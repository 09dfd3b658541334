package io.clientele.bench.kafka;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Topics;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Writes events at a constant rate for a while, ten times a second, as ingest commits. There are as
 * many on a slow machine as on a fast one.
 */
public final class PacedEvents {

  private static final int COMMITS_A_SECOND = 10;

  private final EventLog log;
  private final Supplier<CustomerEvent> events;
  private final int perCommit;
  private final long commits;
  private final Thread thread = new Thread(this::write, "paced-events");
  private volatile boolean stopping;
  private volatile RuntimeException failure;

  /**
   * Begins at once.
   *
   * @param perSecond a multiple of ten
   * @param length after which it ends by itself
   */
  public PacedEvents(EventLog log, Supplier<CustomerEvent> events, int perSecond, Duration length) {
    this.log = log;
    this.events = events;
    this.perCommit = perSecond / COMMITS_A_SECOND;
    this.commits = COMMITS_A_SECOND * length.toSeconds();
    thread.start();
  }

  private void write() {
    long begun = System.nanoTime();
    try {
      for (long commit = 0; commit < commits && !stopping; commit++) {
        long wait = begun + commit * 1_000_000_000 / COMMITS_A_SECOND - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(Duration.ofNanos(wait).toMillis());
        }
        log.appendLive(Topics.CUSTOMER_EVENTS.name(), events, perCommit);
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Writes no more and returns when the last is written.
   *
   * @throws IllegalStateException if the writing failed
   */
  public void stop() throws InterruptedException {
    stopping = true;
    thread.join();
    if (failure != null) {
      throw new IllegalStateException("events could not be written", failure);
    }
  }
}
