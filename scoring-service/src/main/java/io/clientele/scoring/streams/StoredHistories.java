package io.clientele.scoring.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.scoring.CustomerHistories;
import io.clientele.scoring.OwnBase;
import io.clientele.scoring.rfm.BaseShare;
import io.clientele.scoring.rfm.LiveBases;
import io.clientele.scoring.rfm.RfmFacts;
import io.clientele.scoring.rfm.RfmTally;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers from this instance's state store, and from the live bases that go with it. */
public final class StoredHistories implements CustomerHistories, OwnBase {

  /** Where the histories of some partitions are read. */
  interface Stores {

    /** All partitions that this instance has. */
    ReadOnlyKeyValueStore<String, HistoryRecord> all();

    /** One of them. */
    ReadOnlyKeyValueStore<String, HistoryRecord> of(int partition);
  }

  private final LiveBases bases;
  private final Stores stores;

  StoredHistories(LiveBases bases, Stores stores) {
    this.bases = bases;
    this.stores = stores;
  }

  /**
   * The histories that a running topology keeps. While a partition is moved, reads of it fail with
   * Kafka's InvalidStateStoreException, which HTTP answers with 503.
   */
  public static StoredHistories of(LiveBases bases, Supplier<KafkaStreams> streams) {
    StoreQueryParameters<ReadOnlyKeyValueStore<String, HistoryRecord>> query =
        StoreQueryParameters.fromNameAndType(
            ScoringTopology.HISTORIES, QueryableStoreTypes.keyValueStore());
    return new StoredHistories(
        bases,
        new Stores() {
          @Override
          public ReadOnlyKeyValueStore<String, HistoryRecord> all() {
            return streams.get().store(query);
          }

          @Override
          public ReadOnlyKeyValueStore<String, HistoryRecord> of(int partition) {
            return streams.get().store(query.withPartition(partition));
          }
        });
  }

  @Override
  public Optional<HistoryRecord> find(String customerId) {
    return Optional.ofNullable(stores.all().get(customerId));
  }

  @Override
  public BaseShare live(Instant now) {
    return bases.share(now);
  }

  @Override
  public BaseShare asOf(Instant at) {
    SortedSet<Integer> partitions = bases.partitions();
    RfmTally tally = new RfmTally();
    partitions.forEach(partition -> count(stores.of(partition), at, tally));
    return new BaseShare(partitions, tally.total());
  }

  @Override
  public long version() {
    return bases.version();
  }

  @Override
  public boolean isCurrent(long version) {
    return bases.isCurrent(version);
  }

  private static void count(
      ReadOnlyKeyValueStore<String, HistoryRecord> store, Instant at, RfmTally tally) {
    try (KeyValueIterator<String, HistoryRecord> stored = store.all()) {
      while (stored.hasNext()) {
        if (stored.next().value instanceof PurchaseHistory history) {
          RfmFacts.inBase(history, at).ifPresent(tally::add);
        }
      }
    }
  }
}
