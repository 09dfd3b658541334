package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * How often the customer came by. A visit is a device's: two devices in use at once are two visits.
 *
 * @param devices by anonymous id, else by the identity that the event came with
 * @param settled visits of devices that gave way to newer ones
 */
record Visits(SortedMap<String, DeviceVisits> devices, long settled) implements Family<Visits> {

  static final Visits ZERO = new Visits(null, 0);

  /**
   * Of one part. Of more the longest silent gives way to a count, which depends on the order of
   * events where it speaks again within the same visit; a customer of so many devices is a tracker
   * that makes up a device for each page.
   */
  static final int MOST_DEVICES = 200;

  Visits {
    devices = SortedMaps.copy(devices);
  }

  @Override
  public Visits add(CustomerEvent event) {
    String device = event.anonymousId() == null ? event.identity() : event.anonymousId();
    DeviceVisits before = devices.getOrDefault(device, DeviceVisits.NONE);
    DeviceVisits after = before.at(event.occurredAt());
    return after.equals(before)
        ? this
        : new Visits(SortedMaps.with(devices, device, after), settled).bounded();
  }

  @Override
  public Visits merge(Visits other) {
    return new Visits(
        SortedMaps.merged(devices, other.devices, DeviceVisits::merge), settled + other.settled);
  }

  long count() {
    return settled + devices.values().stream().mapToLong(DeviceVisits::count).sum();
  }

  private Visits bounded() {
    if (devices.size() <= MOST_DEVICES) {
      return this;
    }
    Comparator<Map.Entry<String, DeviceVisits>> bySilence =
        Comparator.comparing(device -> device.getValue().lastAt());
    Map.Entry<String, DeviceVisits> silent =
        devices.entrySet().stream()
            .min(bySilence.thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow();
    return new Visits(
        SortedMaps.without(devices, silent.getKey()), settled + silent.getValue().count());
  }
}
