package io.clientele.ingest.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.ingest.identity.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes back a device's first link where the device is known, and tells that its past is its own. A
 * removal of what is not its link, or that comes again, changes nothing.
 */
final class SplitDevice implements Processor<String, IdentityLink, String, Object> {

  private final String service;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, Device> devices;

  SplitDevice(String service) {
    this.service = service;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.devices = context.getStateStore(IngestTopology.DEVICES);
  }

  @Override
  public void process(Record<String, IdentityLink> record) {
    if (record.key() == null || record.value() == null) {
      // Nobody's, or a tombstone, which does not say which link it is about.
      return;
    }
    String anonymousId = record.key();
    String linkId = record.value().linkId();
    Optional.ofNullable(devices.get(anonymousId))
        .flatMap(device -> device.without(linkId, anonymousId))
        .ifPresent(
            device -> {
              devices.put(anonymousId, device);
              forwardMerge(record);
            });
  }

  private void forwardMerge(Record<String, IdentityLink> record) {
    String customerId = CustomerIds.ofDevice(record.key());
    CustomerMerge alone = new CustomerMerge(customerId, customerId, List.of());
    Record<String, Object> out = record.withKey(customerId).withValue(alone);
    CloudEventHeaders.stamp(
        out.headers(),
        record.value().linkId() + ":removed",
        service,
        CustomerMerge.class.getSimpleName(),
        Instant.ofEpochMilli(record.timestamp()));
    context.forward(out, IngestTopology.WRITE_DEVICE_MERGES);
  }
}
