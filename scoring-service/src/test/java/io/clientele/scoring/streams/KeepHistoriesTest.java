package io.clientele.scoring.streams;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.RecordFormat;
import io.clientele.scoring.rfm.LiveBases;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class KeepHistoriesTest {

  private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");

  @Test
  void taskThatStartsWithAStoreCountsEverybodyInIt() {
    LiveBases bases = new LiveBases();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    context.setCurrentSystemTimeMs(NOW.toEpochMilli());
    KeyValueStore<String, HistoryRecord> store = store(context);
    store.put("ada", history("ada", day("2026-03-01", 1, "10")));
    store.put("bo", history("bo", day("2026-03-02", 2, "20")));
    store.put("old", new MergedInto("old", "ada"));

    KeepHistories processor = new KeepHistories(bases);
    processor.init(context);

    assertThat(bases.share(NOW).base().customers()).isEqualTo(2);
    assertThat(bases.partitions()).containsExactly(context.taskId().partition());
  }

  @Test
  void closedTaskLeavesNoShareBehind() {
    LiveBases bases = new LiveBases();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    context.setCurrentSystemTimeMs(NOW.toEpochMilli());
    store(context).put("ada", history("ada", day("2026-03-01", 1, "10")));
    KeepHistories processor = new KeepHistories(bases);
    processor.init(context);

    processor.close();

    assertThat(bases.partitions()).isEmpty();
    assertThat(bases.share(NOW).base().customers()).isZero();
  }

  private static KeyValueStore<String, HistoryRecord> store(
      MockProcessorContext<Void, Void> context) {
    KeyValueStore<String, HistoryRecord> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(ScoringTopology.HISTORIES),
                Serdes.String(),
                RecordFormat.of(HistoryRecord.class).serde())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
    return store;
  }
}
