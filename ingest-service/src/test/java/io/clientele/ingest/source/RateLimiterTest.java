package io.clientele.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class RateLimiterTest {

  private static final int LARGEST_BATCH = 500;
  private static final long SECOND = 1_000_000_000L;

  /** Of an example; a property's tries share an instance, so each makes its own. */
  private final RateLimiter limiter = new RateLimiter();

  /** Some events that come a while after the ones before. */
  record Arrival(long afterNanos, int events) {}

  @Property
  void neverAdmitsMoreThanBurstAndRateAndOneBatch(
      @ForAll("arrivals") List<Arrival> arrivals,
      @ForAll @IntRange(min = 1, max = 1_000) int rate,
      @ForAll @IntRange(min = 1, max = 1_000) int burst) {
    RateLimiter limiter = new RateLimiter();
    Source source = limited(rate, burst);
    long now = -SECOND;
    long admitted = 0;
    for (Arrival arrival : arrivals) {
      now += arrival.afterNanos();
      if (limiter.admit(source, arrival.events(), now).isEmpty()) {
        admitted += arrival.events();
      }
    }

    double seconds = (double) (now + SECOND) / SECOND;

    assertThat((double) admitted).isLessThanOrEqualTo(burst + rate * seconds + LARGEST_BATCH);
  }

  @Property
  void whoWaitsAsLongAsToldIsAdmitted(
      @ForAll("arrivals") List<Arrival> arrivals,
      @ForAll @IntRange(min = 1, max = 1_000) int rate,
      @ForAll @IntRange(min = 1, max = 1_000) int burst) {
    RateLimiter limiter = new RateLimiter();
    Source source = limited(rate, burst);
    long now = 0;
    for (Arrival arrival : arrivals) {
      now += arrival.afterNanos();
      Optional<Duration> wait = limiter.admit(source, arrival.events(), now);
      if (wait.isPresent()) {
        // A nanosecond for the rounding of binary fractions.
        now += wait.get().toNanos() + 1;
        assertThat(limiter.admit(source, arrival.events(), now)).isEmpty();
      }
    }
  }

  @Example
  void batchLargerThanTheBurstPassesOnceAndIsPaidOff() {
    Source source = limited(10, 10);

    assertThat(limiter.admit(source, 100, 0)).isEmpty();
    assertThat(limiter.admit(source, 1, 0)).contains(Duration.ofMillis(9_100));
    assertThat(limiter.admit(source, 1, 9 * SECOND)).contains(Duration.ofMillis(100));
    assertThat(limiter.admit(source, 1, 9 * SECOND + SECOND / 10)).isEmpty();
  }

  @Example
  void askingCountsNothing() {
    Source source = limited(1, 1);

    assertThat(limiter.admit(source, 0, 0)).isEmpty();
    assertThat(limiter.admit(source, 1, 0)).isEmpty();
    assertThat(limiter.admit(source, 0, 0)).contains(Duration.ofSeconds(1));
    assertThat(limiter.admit(source, 0, SECOND)).isEmpty();
  }

  @Example
  void sourcesDoNotShareALimit() {
    limiter.admit(limited(1, 1), 100, 0);

    Source other = new Source("other", null, Defaults.NONE, new RateLimit(1, 1), List.of());

    assertThat(limiter.admit(other, 1, 0)).isEmpty();
  }

  @Example
  void sourceWithoutALimitIsAlwaysAdmitted() {
    Source free = new Source("shop", null, Defaults.NONE, null, List.of());

    assertThat(limiter.admit(free, Integer.MAX_VALUE, 0)).isEmpty();
    assertThat(limiter.admit(free, Integer.MAX_VALUE, 0)).isEmpty();
  }

  @Example
  void changedLimitHoldsAtOnce() {
    limiter.admit(limited(1, 1), 101, 0);

    assertThat(limiter.admit(limited(100, 1), 1, SECOND)).contains(Duration.ofMillis(10));
    assertThat(limiter.admit(limited(100, 1), 1, 2 * SECOND)).isEmpty();
  }

  @Example
  void whatIsGivenBackCanBeTakenAgainButNoMoreThanTheBurst() {
    Source source = limited(1, 5);
    limiter.admit(source, 7, 0);

    limiter.giveBack(source, 7);
    limiter.giveBack(source, 7);

    assertThat(limiter.admit(source, 5, 0)).isEmpty();
    assertThat(limiter.admit(source, 1, 0)).contains(Duration.ofSeconds(1));
  }

  @Example
  void clockReadEarlierByAnotherThreadTakesNothingBack() {
    Source source = limited(1, 1);
    limiter.admit(source, 1, 5 * SECOND);

    assertThat(limiter.admit(source, 1, 4 * SECOND)).contains(Duration.ofSeconds(1));
    assertThat(limiter.admit(source, 1, 6 * SECOND)).isEmpty();
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 2 * SECOND),
            Arbitraries.integers().between(0, LARGEST_BATCH))
        .as(Arrival::new)
        .list()
        .ofMaxSize(200);
  }

  private static Source limited(int rate, int burst) {
    return new Source("shop", null, Defaults.NONE, new RateLimit(rate, burst), List.of());
  }
}
