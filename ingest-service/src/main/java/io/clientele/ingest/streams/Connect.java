package io.clientele.ingest.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.Connection;
import io.clientele.ingest.identity.Device;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import io.clientele.runtime.streams.RejectionRecord;
import io.clientele.runtime.streams.Streams;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Turns links between known ids, in the one order they stand in, into canonical ids. A link that
 * would make a component too large goes to quarantine, and the removal of a device's link to the
 * partition where devices are known.
 */
final class Connect implements Processor<String, IdentityLink, String, Object> {

  static final String TOO_MANY_LINKS = "too-many-links";

  private static final RecordFormat<IdentityLink> LINKS = RecordFormat.of(IdentityLink.class);

  private final Quarantine quarantine;
  private final LinkLimit limit;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, Component> components;
  private KeyValueStore<String, String> canonicalIds;

  private Connect(Quarantine quarantine, LinkLimit limit) {
    this.quarantine = quarantine;
    this.limit = limit;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
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
    Optional<String> device = Device.namedBy(link);
    if (device.isPresent()) {
      // At the time it is sent: the topic forgets by it, and a log that is read again is old.
      context.forward(
          new Record<>(device.get(), link, context.currentSystemTimeMs()),
          IngestTopology.WRITE_DEVICE_SPLITS);
      return;
    }
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Set<Component> touched = new LinkedHashSet<>();
    componentOf(link.previousId()).ifPresent(touched::add);
    componentOf(link.customerId()).ifPresent(touched::add);
    Optional<Connection> connection = Connection.of(link, at.offset(), touched, limit);
    if (connection.isEmpty()) {
      refuse(record, at);
      return;
    }
    remember(connection.get());
    connection.get().merges().forEach(merge -> forward(record, merge, at));
  }

  private void refuse(Record<String, IdentityLink> record, RecordMetadata at) {
    IdentityLink link = record.value();
    RejectedEvent rejected =
        quarantine.reject(
            new RecordPlace(at.topic(), at.partition(), at.offset()),
            record.withKey(link.customerId()).withValue(LINKS.write(link)),
            TOO_MANY_LINKS,
            "A customer's ids may have %d links between them (clientele.most-links). Take wrong ones back by POST /v1/customers/{id}/split, then send the alias or merge again under a new messageId."
                .formatted(limit.links()));
    context.forward(RejectionRecord.of(rejected, record), IngestTopology.WRITE_REJECTED_LINKS);
  }

  private Optional<Component> componentOf(String id) {
    return Optional.ofNullable(canonicalIds.get(id)).map(components::get);
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

  private void forward(
      Record<String, IdentityLink> record, CustomerMerge merge, RecordMetadata at) {
    Record<String, Object> out = record.withKey(merge.customerId()).withValue(merge);
    CloudEventHeaders.stamp(
        out.headers(),
        at.offset() + ":" + merge.customerId(),
        quarantine.service(),
        CustomerMerge.class.getSimpleName(),
        Instant.ofEpochMilli(record.timestamp()));
    context.forward(out, IngestTopology.WRITE_KNOWN_MERGES);
  }

  /** Makes one a task, with its stores. */
  static final class Supplier implements ProcessorSupplier<String, IdentityLink, String, Object> {

    private final Quarantine quarantine;
    private final LinkLimit limit;

    Supplier(Quarantine quarantine, LinkLimit limit) {
      this.quarantine = quarantine;
      this.limit = limit;
    }

    @Override
    public Processor<String, IdentityLink, String, Object> get() {
      return new Connect(quarantine, limit);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Streams.store(IngestTopology.COMPONENTS, RecordFormat.of(Component.class).serde()),
          Streams.store(IngestTopology.CANONICAL_IDS, Serdes.String()));
    }
  }
}
