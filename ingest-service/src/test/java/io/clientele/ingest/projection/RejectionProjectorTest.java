package io.clientele.ingest.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.HeardLog;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.runtime.kafka.Follower;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RejectionProjectorTest {

  private static final TopicPartition FIRST = new TopicPartition(Topics.REJECTED_EVENTS.name(), 0);
  private static final String PERSONAL = "Key (message_id)=(ada@example.com) already exists";

  private final HeardLog heard = new HeardLog(RejectionProjector.class);
  private final Broker broker = new Broker();
  private final FakeProjection projection = new FakeProjection();
  private final List<Long> lags = new ArrayList<>();
  private Runnable migration = () -> {};
  private final RejectionProjector projector =
      new RejectionProjector(
          () -> broker,
          () -> migration.run(),
          projection,
          new RejectionBatch(projection, "ingest-service", rejected -> {}),
          InstantSource.system());
  private final Follower follower = new Follower(projector);

  @AfterEach
  void listenNoMore() {
    heard.close();
  }

  @Test
  void lagIsUnknownUntilPartitionsAreAssignedAndTheirEndsAreHeardOf() {
    broker.schedulePollTask(() -> {});
    then(() -> broker.rebalance(List.of(FIRST)));
    then(() -> broker.lag = OptionalLong.of(7));
    then(follower::stop);

    follower.run();

    assertThat(lags).containsExactly(-1L, -1L, 7L);
  }

  @Test
  void oldRejectionsGoPartByPartWhileReadingGoesOn() {
    projection.parts = 3;
    broker.schedulePollTask(() -> {});
    then(() -> {});
    then(() -> {});
    then(() -> assertThat(projection.pruned).isEqualTo(3));
    then(follower::stop);

    follower.run();

    assertThat(projection.pruned).isEqualTo(3);
  }

  @Test
  void pruneThatFailsEndsNoReading() {
    projection.pruneFailure =
        new RejectionsUnavailableException(new IllegalStateException("timeout"));
    broker.schedulePollTask(() -> broker.rebalance(List.of(FIRST)));
    then(() -> broker.lag = OptionalLong.of(0));
    then(follower::stop);

    follower.run();

    assertThat(lags).containsExactly(-1L, 0L);
    assertThat(projection.pruned).isEqualTo(1);
    assertThat(heard.messages()).singleElement().asString().contains("old rejections stay");
  }

  @Test
  void errorThatLastsIsLoggedOnce() {
    int[] starts = {0};
    migration =
        () -> {
          if (++starts[0] == 2) {
            follower.stop();
          }
          throw new OutOfMemoryError("as a test wants it");
        };

    follower.run();

    assertThat(starts[0]).isEqualTo(2);
    assertThat(heard.levels()).containsExactly("ERROR");
  }

  @Test
  void refusalIsLoggedByItsCodeOnly() {
    projection.keepFailure =
        new RejectionProjection.RefusedException("23505", new IllegalStateException(PERSONAL));
    broker.schedulePollTask(
        () -> {
          broker.rebalance(List.of(FIRST));
          // Waits no more once this has failed.
          migration = follower::stop;
        });

    follower.run();

    assertThat(heard.messages())
        .singleElement()
        .asString()
        .contains("23505")
        .doesNotContain(PERSONAL);
  }

  /** Done in the next poll, with what the lag was before it. */
  private void then(Runnable task) {
    broker.schedulePollTask(
        () -> {
          lags.add(projector.lag());
          task.run();
        });
  }

  /** Says how far behind it is only when it is told. */
  private static final class Broker extends MockConsumer<String, byte[]> {

    private OptionalLong lag = OptionalLong.empty();

    Broker() {
      super("earliest");
      updateBeginningOffsets(new HashMap<>(Map.of(FIRST, 0L)));
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
      return lag;
    }
  }

  private static final class FakeProjection implements RejectionProjection {

    private int parts = 1;
    private int pruned;
    private RuntimeException pruneFailure;
    private RuntimeException keepFailure;

    @Override
    public void keep(List<RejectedEvent> records, Map<Integer, Long> positions) {
      if (keepFailure != null) {
        throw keepFailure;
      }
    }

    @Override
    public Map<Integer, Long> positions() {
      return Map.of();
    }

    @Override
    public boolean prune(Instant before) {
      pruned++;
      if (pruneFailure != null) {
        throw pruneFailure;
      }
      return pruned < parts;
    }
  }
}
