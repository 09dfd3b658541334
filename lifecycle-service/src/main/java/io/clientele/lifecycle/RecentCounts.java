package io.clientele.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts this instance's customers for many who ask: one scan at a time, and one result for all who
 * ask for now within a moment of each other. However many pages are open, scans take at most a
 * fifth of one core.
 */
public final class RecentCounts {

  private static final Duration SHARED_AT_LEAST = Duration.ofSeconds(2);

  /** A result is shared for so many times as long as its scan took. */
  private static final int REST = 4;

  private final Function<Instant, LifecycleCounts> scan;
  private final Clock clock;
  private final Duration patience;
  private final ReentrantLock scanning = new ReentrantLock();
  private volatile Shared shared;

  /**
   * A counter.
   *
   * @param scan counts at a moment
   * @param patience how long to wait for another's scan to end
   */
  public RecentCounts(Function<Instant, LifecycleCounts> scan, Clock clock, Duration patience) {
    this.scan = scan;
    this.clock = clock;
    this.patience = patience;
  }

  /** The counts of now or of a few seconds ago; empty if others' scans take all the time. */
  public Optional<LifecycleCounts> now() {
    LifecycleCounts recent = recent();
    return recent != null ? Optional.of(recent) : alone(this::refresh);
  }

  /** The counts at another moment; always a scan, and empty if others' scans take all the time. */
  public Optional<LifecycleCounts> at(Instant moment) {
    return alone(() -> scan.apply(moment));
  }

  private LifecycleCounts refresh() {
    LifecycleCounts recent = recent();
    if (recent != null) {
      return recent;
    }
    Instant from = clock.instant();
    LifecycleCounts counts = scan.apply(from);
    Instant to = clock.instant();
    Duration rest = Duration.between(from, to).multipliedBy(REST);
    Instant until = to.plus(rest.compareTo(SHARED_AT_LEAST) > 0 ? rest : SHARED_AT_LEAST);
    shared = new Shared(counts, from, until);
    return counts;
  }

  private LifecycleCounts recent() {
    Shared last = shared;
    Instant now = clock.instant();
    boolean fresh = last != null && !now.isBefore(last.from()) && now.isBefore(last.until());
    return fresh ? last.counts() : null;
  }

  private Optional<LifecycleCounts> alone(Supplier<LifecycleCounts> count) {
    try {
      if (!scanning.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(count.get());
    } finally {
      scanning.unlock();
    }
  }

  private record Shared(LifecycleCounts counts, Instant from, Instant until) {}
}
