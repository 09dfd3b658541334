package io.clientele.runtime.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testing.HandClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsFaultsTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final StreamsFaults faults = new StreamsFaults(meters, clock, this::pause);

  @Test
  void everyFailureIsCountedAndTheThreadReplaced() {
    assertThat(faults.handle(new IllegalStateException("fold"))).isEqualTo(REPLACE_THREAD);
    faults.handle(new IllegalStateException("fold"));

    assertThat(meters.counter("clientele.stream.thread.failures").count()).isEqualTo(2);
  }

  @Test
  void faultThatComesBackAtOnceIsWaitedForLongerAndLonger() {
    for (int failure = 0; failure < 8; failure++) {
      faults.handle(new IllegalStateException("fold"));
    }

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
  }

  @Test
  void failureAfterALongQuietIsAFirstOne() {
    faults.handle(new IllegalStateException("broker"));
    faults.handle(new IllegalStateException("broker"));
    clock.forward(Duration.ofMinutes(6));

    faults.handle(new IllegalStateException("broker"));

    assertThat(pauses).last().isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void serviceIsInTroubleUntilTheNewThreadHasRunAsLongAsThePause() {
    assertThat(faults.isTroubled()).isFalse();

    faults.handle(new IllegalStateException("fold"));

    assertThat(faults.isTroubled()).isTrue();
    clock.forward(Duration.ofMillis(499));
    assertThat(faults.isTroubled()).isTrue();
    clock.forward(Duration.ofMillis(1));
    assertThat(faults.isTroubled()).isFalse();
  }

  private void pause(Duration time) {
    pauses.add(time);
    clock.forward(time);
  }
}
