package io.clientele.ingest.app;

import io.clientele.ingest.kafka.TopicEnds;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits until the quarantine shows all that stands in its topic, what is still in open transactions
 * included: a transaction whose end its writer never heard of may hold the marks of a replay.
 */
final class ProjectionWait implements BooleanSupplier {

  /** A transaction that nobody ends lasts 5 s, and brokers look for such ones every 10 s. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final long PAUSE_MILLIS = 50;

  private final TopicEnds ends;
  private final RejectionProjection projection;

  ProjectionWait(TopicEnds ends, RejectionProjection projection) {
    this.ends = ends;
    this.projection = projection;
  }

  @Override
  public boolean getAsBoolean() {
    Map<Integer, Long> goal = ends.now();
    long began = System.nanoTime();
    try {
      while (!isReached(goal)) {
        if (System.nanoTime() - began > PATIENCE_NANOS) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectionsUnavailableException("stopped while the quarantine was being read");
    }
  }

  private boolean isReached(Map<Integer, Long> goal) {
    Map<Integer, Long> reached = projection.positions();
    return goal.entrySet().stream()
        .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
