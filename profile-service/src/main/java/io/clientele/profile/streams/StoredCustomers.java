package io.clientele.profile.streams;

import io.clientele.contract.RecordFormat;
import io.clientele.profile.CustomerState;
import io.clientele.profile.CustomerStates;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Looks customers up in the state store of the running topology. */
public final class StoredCustomers implements CustomerStates {

  /** How the store keeps a state. */
  static final RecordFormat<CustomerState> FORMAT = RecordFormat.of(CustomerState.class);

  private final Supplier<KafkaStreams> streams;

  /** Reads the store of whatever Kafka Streams runs at the time of the call. */
  public StoredCustomers(Supplier<KafkaStreams> streams) {
    this.streams = streams;
  }

  /**
   * What the partitions of this instance hold.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while they are being moved
   */
  @Override
  public Optional<CustomerState> find(String customerId) {
    return Optional.ofNullable(
            streams
                .get()
                .store(
                    StoreQueryParameters.fromNameAndType(
                        ProfileTopology.CUSTOMERS,
                        QueryableStoreTypes.<String, byte[]>keyValueStore()))
                .get(customerId))
        .map(FORMAT::read);
  }
}
