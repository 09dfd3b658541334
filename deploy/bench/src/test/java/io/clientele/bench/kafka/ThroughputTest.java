package io.clientele.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ThroughputTest {

  @Test
  void clockRunsFromTheFirstRecordReadToTheLast() throws Exception {
    Queue<Long> looks = new ArrayDeque<>(List.of(3L, 3L, 2L, 1L, 0L));

    double seconds = new Throughput(looks::remove).secondsUntilNone(() -> true);

    assertThat(looks).isEmpty();
    assertThat(seconds).isPositive();
  }

  @Test
  void deadReaderIsNotWaitedFor() {
    Throughput throughput = new Throughput(() -> 3);

    assertThatThrownBy(() -> throughput.secondsUntilNone(() -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 of 3");
  }
}
