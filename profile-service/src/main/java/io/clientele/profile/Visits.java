package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.util.SortedMap;

/**
 * How often the customer came by. A visit is a device's: two devices in use at once are two visits.
 *
 * @param devices by anonymous id, else by the identity that the event came with
 */
record Visits(SortedMap<String, DeviceVisits> devices) implements Family<Visits> {

  static final Visits ZERO = new Visits(null);

  Visits {
    devices = SortedMaps.copy(devices);
  }

  @Override
  public Visits add(CustomerEvent event) {
    String device = event.anonymousId() == null ? event.identity() : event.anonymousId();
    DeviceVisits before = devices.getOrDefault(device, DeviceVisits.NONE);
    DeviceVisits after = before.at(event.occurredAt());
    return after.equals(before) ? this : new Visits(SortedMaps.with(devices, device, after));
  }

  @Override
  public Visits merge(Visits other) {
    return new Visits(SortedMaps.merged(devices, other.devices, DeviceVisits::merge));
  }

  long count() {
    return devices.values().stream().mapToLong(DeviceVisits::count).sum();
  }
}
