package io.clientele.lifecycle.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class TimersTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int ALL = 100;

  private final Timers timers = new Timers(Stores.inMemoryKeyValueStore("timers").get());

  @Test
  void dueInTheOrderOfTheirMoments() {
    timers.set(NOON.plusMillis(2), "late");
    timers.set(NOON, "early");
    timers.set(NOON.plusMillis(3), "later");

    assertThat(timers.due(NOON.plusMillis(2).toEpochMilli(), ALL)).containsExactly("early", "late");
    assertThat(timers.due(NOON.plusMillis(2).toEpochMilli(), 1)).containsExactly("early");
  }

  @Test
  void timerSetBeforeALookThatFoundNothingIsFoundByTheNext() {
    assertThat(timers.due(NOON.toEpochMilli(), ALL)).isEmpty();
    timers.set(NOON.minus(Duration.ofDays(365)), "ada");

    assertThat(timers.due(NOON.toEpochMilli(), ALL)).containsExactly("ada");
  }

  @Test
  void clockThatGoesBackFindsTheTimerOnceItComesAgain() {
    timers.set(NOON, "ada");
    assertThat(timers.due(NOON.minusMillis(1).toEpochMilli(), ALL)).isEmpty();
    assertThat(timers.due(NOON.minusSeconds(60).toEpochMilli(), ALL)).isEmpty();

    assertThat(timers.due(NOON.toEpochMilli(), ALL)).containsExactly("ada");
  }

  @Test
  void removedTimerIsNotDue() {
    timers.set(NOON, "ada");
    timers.set(NOON, "bob");
    timers.remove(NOON, "ada");

    assertThat(timers.due(NOON.toEpochMilli(), ALL)).containsExactly("bob");
  }
}
