package io.clientele.system;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the requests of several clients. */
final class Tally {

  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final Set<String> sentAgain = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger breaks = new AtomicInteger();
  private final AtomicLong slowestRefusalMillis = new AtomicLong();

  void taken(Collection<String> ids) {
    taken.addAll(ids);
  }

  void refused(Collection<String> ids, Duration time) {
    sentAgain.addAll(ids);
    refusals.incrementAndGet();
    slowestRefusalMillis.accumulateAndGet(time.toMillis(), Math::max);
  }

  void broken(Collection<String> ids) {
    sentAgain.addAll(ids);
    breaks.incrementAndGet();
  }

  /** The message ids of all events that were answered with 200. */
  Set<String> taken() {
    return Set.copyOf(taken);
  }

  int takenCount() {
    return taken.size();
  }

  /** How often the answer was 503 with a {@code Retry-After}. */
  int refusals() {
    return refusals.get();
  }

  /** How often no answer came. */
  int breaks() {
    return breaks.get();
  }

  @Override
  public String toString() {
    return "%d events taken, %d of them sent more than once; %d times 503, after %d ms at most; %d times no answer"
        .formatted(
            taken.size(),
            sentAgain.size(),
            refusals.get(),
            slowestRefusalMillis.get(),
            breaks.get());
  }
}
