package io.clientele.ingest.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds sources to their limits: a token bucket for each, by events.
 *
 * <p>Whoever has a token left is admitted with all that they bring. So a batch larger than the
 * burst passes, once, and what it took too much is paid off before anything else is admitted; a
 * bucket that never went below zero would refuse such a batch for ever.
 */
public final class RateLimiter {

  private static final double NANOS_A_SECOND = 1e9;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Empty if these events are admitted, and then counted, else how long to wait before trying
   * again. Zero events ask without counting anything.
   *
   * @param nowNanos of a clock that never goes back, such as {@link System#nanoTime}; always the
   *     same one
   */
  public Optional<Duration> admit(Source source, int events, long nowNanos) {
    RateLimit limit = source.rateLimit();
    if (limit == null) {
      return Optional.empty();
    }
    return buckets
        .computeIfAbsent(source.name(), name -> new Bucket(limit.burst(), nowNanos))
        .admit(limit, events, nowNanos);
  }

  /** Gives back what was admitted but could not be taken, so that sending it again is free. */
  public void giveBack(Source source, int events) {
    Bucket bucket = buckets.get(source.name());
    if (source.rateLimit() != null && bucket != null) {
      bucket.giveBack(events);
    }
  }

  private static final class Bucket {

    /** Below zero: a debt. */
    private double tokens;

    private long filledAtNanos;

    Bucket(int burst, long nowNanos) {
      this.tokens = burst;
      this.filledAtNanos = nowNanos;
    }

    synchronized Optional<Duration> admit(RateLimit limit, int events, long nowNanos) {
      fill(limit, nowNanos);
      if (tokens < 1) {
        double seconds = (1 - tokens) / limit.eventsPerSecond();
        return Optional.of(Duration.ofNanos((long) Math.ceil(seconds * NANOS_A_SECOND)));
      }
      tokens -= events;
      return Optional.empty();
    }

    /** More than the burst is cut when it is next filled. */
    synchronized void giveBack(int events) {
      tokens += events;
    }

    /** Threads may come here in another order than they read the clock: time never goes back. */
    private void fill(RateLimit limit, long nowNanos) {
      long passedNanos = Math.max(0, nowNanos - filledAtNanos);
      double filled = tokens + passedNanos / NANOS_A_SECOND * limit.eventsPerSecond();
      tokens = Math.min(limit.burst(), filled);
      filledAtNanos += passedNanos;
    }
  }
}
