package io.clientele.ingest.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.Connection;
import io.clientele.runtime.streams.Streams;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Turns links between known ids, in the one order they stand in, into canonical ids. */
final class Connect implements Processor<String, IdentityLink, String, CustomerMerge> {

  private final String service;
  private ProcessorContext<String, CustomerMerge> context;
  private KeyValueStore<String, Component> components;
  private KeyValueStore<String, String> canonicalIds;

  private Connect(String service) {
    this.service = service;
  }

  @Override
  public void init(ProcessorContext<String, CustomerMerge> context) {
    this.context = context;
    this.components = context.getStateStore(IngestTopology.COMPONENTS);
    this.canonicalIds = context.getStateStore(IngestTopology.CANONICAL_IDS);
  }

  @Override
  public void process(Record<String, IdentityLink> record) {
    if (record.value() == null) {
      // A tombstone does not say which ids it is about; a link is taken back by its removal.
      return;
    }
    IdentityLink link = record.value();
    Connection connection =
        Connection.of(
            link,
            context.recordMetadata().orElseThrow().offset(),
            componentOf(link.previousId()),
            componentOf(link.customerId()));
    remember(connection);
    connection.merges().forEach(merge -> forward(record, merge));
  }

  private Component componentOf(String id) {
    String canonicalId = canonicalIds.get(id);
    return canonicalId == null ? null : components.get(canonicalId);
  }

  private void remember(Connection connection) {
    connection.before().forEach(component -> components.delete(component.canonicalId()));
    connection.after().forEach(component -> components.put(component.canonicalId(), component));
    for (CustomerMerge merge : connection.merges()) {
      if (merge.links().isEmpty()) {
        canonicalIds.delete(merge.customerId());
      } else {
        canonicalIds.put(merge.customerId(), merge.canonicalId());
      }
    }
  }

  private void forward(Record<String, IdentityLink> record, CustomerMerge merge) {
    Record<String, CustomerMerge> out = record.withKey(merge.customerId()).withValue(merge);
    long offset = context.recordMetadata().orElseThrow().offset();
    CloudEventHeaders.stamp(
        out.headers(),
        offset + ":" + merge.customerId(),
        service,
        CustomerMerge.class.getSimpleName(),
        Instant.ofEpochMilli(record.timestamp()));
    context.forward(out, IngestTopology.WRITE_KNOWN_MERGES);
  }

  /** Makes one a task, with its stores. */
  static final class Supplier
      implements ProcessorSupplier<String, IdentityLink, String, CustomerMerge> {

    private final String service;

    Supplier(String service) {
      this.service = service;
    }

    @Override
    public Processor<String, IdentityLink, String, CustomerMerge> get() {
      return new Connect(service);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Streams.store(IngestTopology.COMPONENTS, RecordFormat.of(Component.class).serde()),
          Streams.store(IngestTopology.CANONICAL_IDS, Serdes.String()));
    }
  }
}
