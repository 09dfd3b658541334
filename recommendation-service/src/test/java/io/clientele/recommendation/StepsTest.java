package io.clientele.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.PlausibleTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepsTest {

  @Test
  void latestTimeThatAnEventMayHaveIsHeldAndComesLast() {
    long[] latest = at(PlausibleTime.LATEST);

    assertThat(Steps.millis(Steps.newest(latest))).isEqualTo(PlausibleTime.LATEST.toEpochMilli());
    assertThat(Steps.endsLater(latest, at(Instant.parse("2026-03-01T12:00:00Z")))).isTrue();
  }

  private static long[] at(Instant moment) {
    return Steps.of(moment.toEpochMilli(), -1L, new int[] {7});
  }
}
