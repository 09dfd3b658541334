package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OutageTest {

  private long now;
  private final Outage outage = new Outage(() -> now);

  @Test
  void outageOfManyRequestsBeginsAndEndsOnce() {
    assertThat(outage.ends()).isFalse();
    assertThat(outage.begins()).isTrue();
    assertThat(outage.begins()).isFalse();

    pass(Duration.ofMinutes(1));

    assertThat(outage.ends()).isTrue();
    assertThat(outage.ends()).isFalse();
  }

  @Test
  void successAmongFailuresEndsNothing() {
    assertThat(outage.begins()).isTrue();
    assertThat(outage.ends()).isFalse();
    pass(Duration.ofSeconds(20));
    assertThat(outage.begins()).isFalse();
    pass(Duration.ofSeconds(20));

    assertThat(outage.ends()).isFalse();
  }

  @Test
  void failureLongAfterIsAnotherOutage() {
    assertThat(outage.begins()).isTrue();

    pass(Duration.ofMinutes(1));

    assertThat(outage.begins()).isTrue();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
