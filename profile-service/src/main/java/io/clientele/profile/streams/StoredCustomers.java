package io.clientele.profile.streams;

import io.clientele.profile.Customer;
import io.clientele.profile.Customers;
import io.clientele.profile.timeline.TimelineEntry;
import io.clientele.profile.timeline.TimelinePage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks customers up in the state stores of the running topology. */
public final class StoredCustomers implements Customers {

  private final Supplier<KafkaStreams> streams;
  private final int partition;
  private final boolean mayBeStale;

  /**
   * Reads the stores of whatever Kafka Streams runs at the time of the call.
   *
   * @param partition the only one that is read: what another would say of an id is not known there,
   *     which is no answer
   * @param mayBeStale whether a standby's copy, or one that is still being restored, will do
   */
  public StoredCustomers(Supplier<KafkaStreams> streams, int partition, boolean mayBeStale) {
    this.streams = streams;
    this.partition = partition;
    this.mayBeStale = mayBeStale;
  }

  /**
   * What the partition holds.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if it is not here, or is
   *     being moved
   */
  @Override
  public Optional<Customer> find(String customerId) {
    return Optional.ofNullable(this.<String>store(ProfileTopology.CUSTOMERS).get(customerId))
        .map(StoredRows.CUSTOMER::read);
  }

  /** The same of its timeline. */
  @Override
  public List<TimelineEntry> timeline(Customer customer, TimelinePage page) {
    ReadOnlyKeyValueStore<Bytes, byte[]> lines = store(ProfileTopology.TIMELINE);
    List<KeyValueIterator<Bytes, byte[]>> open = new ArrayList<>();
    try {
      for (String partId : customer.partIds()) {
        LineRange range = LineRange.of(customer.customerId(), partId, page.before());
        open.add(lines.reverseRange(range.from(), range.to()));
      }
      return page.of(open.stream().map(StoredCustomers::entries).toList());
    } finally {
      open.forEach(KeyValueIterator::close);
    }
  }

  private static Iterator<TimelineEntry> entries(KeyValueIterator<Bytes, byte[]> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public TimelineEntry next() {
        KeyValue<Bytes, byte[]> row = rows.next();
        return StoredRows.LINE.read(row.value);
      }
    };
  }

  private <K> ReadOnlyKeyValueStore<K, byte[]> store(String name) {
    StoreQueryParameters<ReadOnlyKeyValueStore<K, byte[]>> wanted =
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, byte[]>keyValueStore())
            .withPartition(partition);
    return streams.get().store(mayBeStale ? wanted.enableStaleStores() : wanted);
  }
}
