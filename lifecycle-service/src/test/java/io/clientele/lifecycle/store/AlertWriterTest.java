package io.clientele.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.lifecycle.SampleAlert;
import io.clientele.runtime.kafka.Follower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class AlertWriterTest {

  private static final TopicPartition FIRST = new TopicPartition(Topics.LIFECYCLE_ALERTS.name(), 0);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final List<LifecycleAlert> stored = new ArrayList<>();
  private boolean away;

  @Test
  void offsetsFollowWhatTheDatabaseHas() throws InterruptedException, ExecutionException {
    Follower.Turn turn = start();

    boolean nothing = turn.take();
    consumer.addRecord(alert());
    boolean something = turn.take();

    assertThat(nothing).isFalse();
    assertThat(something).isTrue();
    assertThat(stored).hasSize(1);
    assertThat(consumer.committed(Set.of(FIRST)))
        .containsExactly(Map.entry(FIRST, new OffsetAndMetadata(1)));
  }

  @Test
  void databaseThatIsAwayLeavesTheOffsetsWhereTheyAre() {
    Follower.Turn turn = start();
    consumer.addRecord(alert());
    away = true;

    assertThatThrownBy(turn::take).hasMessage("away");

    assertThat(consumer.committed(Set.of(FIRST))).isEmpty();
  }

  private Follower.Turn start() {
    AlertWriter writer =
        new AlertWriter(
            new Properties(), () -> {}, this::save, "lifecycle-service", rejected -> {});
    Follower.Turn turn = writer.subscribe(consumer);
    consumer.rebalance(List.of(FIRST));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
    return turn;
  }

  private void save(List<LifecycleAlert> alerts) {
    if (away) {
      throw new IllegalStateException("away");
    }
    stored.addAll(alerts);
  }

  private static ConsumerRecord<String, byte[]> alert() {
    LifecycleAlert alert = SampleAlert.withId("a");
    return new ConsumerRecord<>(
        FIRST.topic(), 0, 0, "ada", RecordFormat.of(LifecycleAlert.class).write(alert));
  }
}
