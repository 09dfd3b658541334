package io.clientele.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class BacklogTest {

  private static final TopicPartition ONE = new TopicPartition("events", 0);
  private static final TopicPartition OTHER = new TopicPartition("events", 1);

  private final Backlog backlog =
      new Backlog(25, Map.of(ONE, 100L, OTHER, 40L), Map.of(ONE, 110L, OTHER, 55L));

  @Test
  void allIsLeftToAGroupThatNeverCommittedOrIsFurtherBack() {
    assertThat(backlog.left(Map.of())).isEqualTo(25);
    assertThat(backlog.left(Map.of(ONE, new OffsetAndMetadata(90)))).isEqualTo(25);
  }

  @Test
  void whatIsCommittedCountsByPartitionAndMarkersBeyondItDoNot() {
    assertThat(backlog.left(Map.of(ONE, new OffsetAndMetadata(104)))).isEqualTo(21);
    assertThat(
            backlog.left(Map.of(ONE, new OffsetAndMetadata(111), OTHER, new OffsetAndMetadata(55))))
        .isZero();
  }
}
