package io.clientele.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.bench.profile.DrainClock.Look;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DrainClockTest {

  private final DrainClock clock = new DrainClock(look(0, 1_000, 50));

  @Test
  void clockRunsFromTheFirstCommitToTheLastButOne() {
    clock.see(look(120, 1_000, 60));
    clock.see(look(200, 900, 70));
    clock.see(look(300, 700, 90));
    clock.see(look(400, 500, 110));
    clock.see(look(490, 0, 150));

    assertThat(clock.isOver()).isTrue();
    Drained drained = clock.drained();
    assertThat(drained.backlog()).isEqualTo(1_000);
    assertThat(drained.events()).isEqualTo(400);
    assertThat(drained.eventsPerSecond()).isCloseTo(2_000, within(1e-6));
    assertThat(drained.cpuMicrosPerEvent()).isCloseTo(100, within(1e-6));
  }

  @Test
  void backlogThatIsGoneInTwoCommitsIsMeasuredFromTheStart() {
    clock.see(look(200, 400, 70));
    clock.see(look(500, 0, 100));

    assertThat(clock.drained().eventsPerSecond()).isCloseTo(2_000, within(1e-6));
  }

  @Test
  void lookWithoutProgressIsNone() {
    assertThat(clock.see(look(100, 1_000, 60))).isFalse();
    assertThat(clock.see(look(200, 999, 60))).isTrue();
    assertThat(clock.isOver()).isFalse();
  }

  private static Look look(long millis, long left, long cpuMillis) {
    return new Look(millis * 1_000_000, left, Duration.ofMillis(cpuMillis));
  }
}
