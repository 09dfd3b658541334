package io.clientele.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ThroughputTest {

  @Test
  void clockRunsFromWhereHalfIsLeftToTheLast() throws Exception {
    Queue<Long> looks = new ArrayDeque<>(List.of(8L, 8L, 5L, 4L, 2L, 0L));

    double rate = new Throughput(looks::remove).ofSecondHalf(() -> true);

    assertThat(looks).isEmpty();
    assertThat(rate).isPositive().isLessThan(4 / 0.1);
  }

  @Test
  void deadReaderIsNotWaitedFor() {
    Throughput throughput = new Throughput(() -> 3);

    assertThatThrownBy(() -> throughput.ofSecondHalf(() -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 of 3");
  }
}
