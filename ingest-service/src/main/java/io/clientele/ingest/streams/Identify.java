package io.clientele.ingest.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.ingest.Alias;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.Device;
import io.clientele.ingest.identity.Device.Identification;
import io.clientele.ingest.identity.LinkIds;
import io.clientele.runtime.streams.Streams;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Gives each event its customer, and tells of first links and aliases. */
final class Identify implements Processor<String, ReceivedEvent, String, Object> {

  private final String service;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, Device> devices;

  private Identify(String service) {
    this.service = service;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.devices = context.getStateStore(IngestTopology.DEVICES);
  }

  @Override
  public void process(Record<String, ReceivedEvent> record) {
    ReceivedEvent received = record.value();
    String anonymousId = received.anonymousId();
    Device before = anonymousId == null ? null : devices.get(anonymousId);
    Identification who = Device.identify(before, anonymousId, received.userId());
    if (links(received)) {
      if (who.device() != null && !who.device().equals(before)) {
        devices.put(anonymousId, who.device());
      }
      if (who.firstLogin()) {
        forwardMerge(
            record, who.device().merge(anonymousId, received.source(), received.receivedAt()));
      }
    }
    if (received.event() == null) {
      forwardLink(record, received.alias());
    } else {
      forwardEvent(record, received.event().of(who.customerId()));
    }
  }

  /** A machine that runs with somebody's ids says nothing about who they are. */
  private static boolean links(ReceivedEvent received) {
    return received.event() == null || !received.event().isBot();
  }

  private void forwardEvent(Record<String, ReceivedEvent> record, CustomerEvent event) {
    Record<String, Object> out = record.withKey(event.customerId()).withValue(event);
    stamp(out, event.eventId(), event.occurredAt());
    context.forward(out, IngestTopology.FILL_FROM_CATALOGUE);
  }

  private void forwardMerge(Record<String, ReceivedEvent> record, CustomerMerge merge) {
    Record<String, Object> out = record.withKey(merge.customerId()).withValue(merge);
    stamp(out, merge.links().get(0).id(), record.value().receivedAt());
    context.forward(out, IngestTopology.WRITE_DEVICE_MERGES);
  }

  private void forwardLink(Record<String, ReceivedEvent> record, Alias alias) {
    if (!alias.linksKnownIds()) {
      return;
    }
    IdentityLink link =
        new IdentityLink(
            LinkIds.ofKnown(alias.previousId(), alias.userId()),
            alias.previousId(),
            alias.userId(),
            alias.cause().wireName(),
            alias.source(),
            alias.receivedAt(),
            false);
    Record<String, Object> out = record.withKey(link.linkId()).withValue(link);
    stamp(out, alias.eventId(), link.at());
    context.forward(out, IngestTopology.WRITE_IDENTITY_LINKS);
  }

  private void stamp(Record<String, Object> out, String id, Instant time) {
    CloudEventHeaders.stamp(
        out.headers(), id, service, out.value().getClass().getSimpleName(), time);
  }

  /** Makes one a task, with its store. */
  static final class Supplier implements ProcessorSupplier<String, ReceivedEvent, String, Object> {

    private final String service;

    Supplier(String service) {
      this.service = service;
    }

    @Override
    public Processor<String, ReceivedEvent, String, Object> get() {
      return new Identify(service);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(Streams.store(IngestTopology.DEVICES, RecordFormat.of(Device.class).serde()));
    }
  }
}
