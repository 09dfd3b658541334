package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.PlausibleTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepsTest {

  @Test
  void latestTimeThatAnEventMayHaveIsHeldAndComesLast() {
    long[] latest = at(PlausibleTime.LATEST);

    assertThat(Steps.millis(Steps.newest(latest))).isEqualTo(PlausibleTime.LATEST.toEpochMilli());
    assertThat(Steps.millis(latest, 0)).isEqualTo(PlausibleTime.LATEST.toEpochMilli());
    long[] merged = Steps.merge(latest, at(Instant.parse("2026-03-01T12:00:00Z")), 1);
    assertThat(Steps.newest(merged)).isEqualTo(Steps.newest(latest));
  }

  @Test
  void stepSaysHowItsItemWasTouched() {
    long[] steps = Steps.of(1, 2, 3, -1L, Touches.Kind.BOUGHT, new int[] {7, 8});

    assertThat(Steps.kind(steps, 1)).isEqualTo(Touches.Kind.BOUGHT);
    assertThat(Steps.item(steps, 1)).isEqualTo(8);
  }

  @Test
  void ownerIsTheNewestSteps() {
    long[] earlier = Steps.of(1, 20, 1_000, 5L, Touches.Kind.VIEWED, new int[] {7});
    long[] later = Steps.of(1, 30, 2_000, 6L, Touches.Kind.VIEWED, new int[] {8});

    assertThat(Steps.owner(Steps.merge(earlier, later, 50))).isEqualTo(30);
    assertThat(Steps.owner(Steps.merge(later, earlier, 50))).isEqualTo(30);
  }

  private static long[] at(Instant moment) {
    return Steps.of(1, 2, moment.toEpochMilli(), -1L, Touches.Kind.VIEWED, new int[] {7});
  }
}
