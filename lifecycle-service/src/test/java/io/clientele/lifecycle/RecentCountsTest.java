package io.clientele.lifecycle;

import static io.clientele.lifecycle.Customer.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentCountsTest {

  private final AtomicInteger scans = new AtomicInteger();
  private final HandClock clock = new HandClock(at(0));
  private Duration scanTakes = Duration.ZERO;
  private final RecentCounts counts = new RecentCounts(this::scan, clock, Duration.ZERO);

  @Test
  void allWhoAskForNowWithinAMomentShareOneScan() {
    counts.now();
    clock.forward(Duration.ofMillis(1_999));
    counts.now();

    assertThat(scans).hasValue(1);
  }

  @Test
  void nowIsCountedAnewAfterAMoment() {
    counts.now();
    clock.forward(Duration.ofSeconds(2));

    assertThat(counts.now().orElseThrow().known()).isEqualTo(2);
  }

  @Test
  void resultOfALongScanIsSharedForLonger() {
    scanTakes = Duration.ofSeconds(3);
    counts.now();
    clock.forward(Duration.ofSeconds(11));
    counts.now();

    assertThat(scans).hasValue(1);
  }

  @Test
  void otherMomentsAreAlwaysScanned() {
    counts.at(at(1));
    counts.at(at(1));

    assertThat(scans).hasValue(2);
  }

  @Test
  void whoeverComesWhileAnotherScanRunsIsSentAway() {
    AtomicInteger sentAway = new AtomicInteger();
    RecentCounts[] busy = new RecentCounts[1];
    busy[0] =
        new RecentCounts(
            moment -> {
              Optional<LifecycleCounts> other =
                  CompletableFuture.supplyAsync(() -> busy[0].at(moment)).join();
              sentAway.addAndGet(other.isEmpty() ? 1 : 0);
              return scan(moment);
            },
            clock,
            Duration.ZERO);

    busy[0].now();

    assertThat(sentAway).hasValue(1);
  }

  private LifecycleCounts scan(Instant moment) {
    clock.forward(scanTakes);
    return new LifecycleCounts(scans.incrementAndGet(), 0, Map.of());
  }
}
