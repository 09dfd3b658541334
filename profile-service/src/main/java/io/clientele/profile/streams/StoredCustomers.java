package io.clientele.profile.streams;

import io.clientele.profile.Customer;
import io.clientele.profile.Customers;
import io.clientele.profile.Limits;
import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelinePage;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks customers up in the state stores of the running topology. */
public final class StoredCustomers implements Customers {

  private final Supplier<KafkaStreams> streams;
  private final int partition;
  private final boolean mayBeStale;
  private final Limits limits;

  /**
   * Reads the stores of whatever Kafka Streams runs at the time of the call.
   *
   * @param partition the only one that is read: what another would say of an id is not known there,
   *     which is no answer
   * @param mayBeStale whether a standby's copy, or one that is still being restored, will do
   * @param limits of what one request reads of a timeline, too
   */
  public StoredCustomers(
      Supplier<KafkaStreams> streams, int partition, boolean mayBeStale, Limits limits) {
    this.streams = streams;
    this.partition = partition;
    this.mayBeStale = mayBeStale;
    this.limits = limits;
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
  public FoundLines timeline(Customer customer, TimelinePage page) {
    return new StoredTimeline(store(ProfileTopology.TIMELINE), limits.timeline())
        .of(customer, page);
  }

  private <K> ReadOnlyKeyValueStore<K, byte[]> store(String name) {
    StoreQueryParameters<ReadOnlyKeyValueStore<K, byte[]>> wanted =
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, byte[]>keyValueStore())
            .withPartition(partition);
    return streams.get().store(mayBeStale ? wanted.enableStaleStores() : wanted);
  }
}
