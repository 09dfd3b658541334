package io.clientele.scoring.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.scoring.CustomerHistories;
import io.clientele.scoring.OwnBase;
import io.clientele.scoring.rfm.LiveBases;
import io.clientele.scoring.rfm.RfmBase;
import io.clientele.scoring.rfm.RfmFacts;
import io.clientele.scoring.rfm.RfmTally;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers from this instance's state store, and from the live bases that go with it. */
public final class StoredHistories implements CustomerHistories, OwnBase {

  private final LiveBases bases;
  private final Supplier<KafkaStreams.State> state;
  private final Supplier<ReadOnlyKeyValueStore<String, HistoryRecord>> store;

  StoredHistories(
      LiveBases bases,
      Supplier<KafkaStreams.State> state,
      Supplier<ReadOnlyKeyValueStore<String, HistoryRecord>> store) {
    this.bases = bases;
    this.state = state;
    this.store = store;
  }

  /** The histories that a running topology keeps. */
  public static StoredHistories of(LiveBases bases, Supplier<KafkaStreams> streams) {
    return new StoredHistories(
        bases,
        () -> streams.get().state(),
        () ->
            streams
                .get()
                .store(
                    StoreQueryParameters.fromNameAndType(
                        ScoringTopology.HISTORIES, QueryableStoreTypes.keyValueStore())));
  }

  @Override
  public Optional<HistoryRecord> find(String customerId) {
    return Optional.ofNullable(store.get().get(customerId));
  }

  @Override
  public RfmBase live(Instant now) {
    requireAllTasks();
    return bases.total(now);
  }

  @Override
  public RfmBase asOf(Instant at) {
    requireAllTasks();
    RfmTally tally = new RfmTally();
    try (KeyValueIterator<String, HistoryRecord> stored = store.get().all()) {
      while (stored.hasNext()) {
        if (stored.next().value instanceof PurchaseHistory history) {
          RfmFacts.asOf(history, at).ifPresent(tally::add);
        }
      }
    }
    return tally.total();
  }

  @Override
  public long version() {
    return bases.version();
  }

  @Override
  public boolean isCurrent(long version) {
    return bases.isCurrent(version);
  }

  /** A base without the customers of a task that is still being moved would be silently wrong. */
  private void requireAllTasks() {
    KafkaStreams.State current = state.get();
    if (current != KafkaStreams.State.RUNNING) {
      throw new InvalidStateStoreException("the base is incomplete while Streams is " + current);
    }
  }
}
