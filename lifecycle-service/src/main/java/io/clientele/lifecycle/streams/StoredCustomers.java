package io.clientele.lifecycle.streams;

import io.clientele.lifecycle.Customers;
import io.clientele.lifecycle.LifecycleEntry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads customers from the state that this instance holds. */
public final class StoredCustomers implements Customers {

  private final Supplier<KafkaStreams> streams;

  /** Over the running topology. */
  public StoredCustomers(Supplier<KafkaStreams> streams) {
    this.streams = streams;
  }

  @Override
  public Optional<LifecycleEntry> find(String customerId) {
    return Optional.ofNullable(store().get(customerId));
  }

  @Override
  public void forEach(Consumer<LifecycleEntry> visitor) {
    try (KeyValueIterator<String, LifecycleEntry> entries = store().all()) {
      entries.forEachRemaining(entry -> visitor.accept(entry.value));
    }
  }

  private ReadOnlyKeyValueStore<String, LifecycleEntry> store() {
    return streams
        .get()
        .store(
            StoreQueryParameters.fromNameAndType(
                LifecycleTopology.LIFECYCLES, QueryableStoreTypes.keyValueStore()));
  }
}
