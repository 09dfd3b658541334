package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Device;
import io.clientele.contract.profile.Devices;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Newest;
import io.clientele.profile.fold.SortedMaps;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * The devices that the customer used, by anonymous id. Of more than {@link #MOST_DEVICES} those
 * stay that were seen last: which they are and when they were seen last is exact in any order; what
 * else was known of one that had been dropped before it came back is gone.
 */
public record SeenDevices(SortedMap<String, SeenDevice> byId)
    implements Family<SeenDevices, Devices> {

  public static final SeenDevices ZERO = new SeenDevices(null);

  /** Nearly a year of a browser that forgets its cookies every seven days. */
  static final int MOST_DEVICES = 50;

  /** How many a profile lists. */
  static final int MOST_SHOWN = 20;

  private static final Comparator<Map.Entry<String, SeenDevice>> NEWEST_FIRST =
      Newest.first(SeenDevice::last);

  public SeenDevices {
    byId = SortedMaps.copy(byId);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SeenDevices unpack(byte[] packed) {
    return new SeenDevices(PackedDevices.unpack(packed));
  }

  @JsonValue
  byte[] pack() {
    return PackedDevices.pack(byId);
  }

  @Override
  public SeenDevices add(CustomerEvent event) {
    String id = Names.kept(event.anonymousId());
    if (id == null) {
      return this;
    }
    SeenDevice told = SeenDevice.in(event);
    SeenDevice before = byId.get(id);
    return bounded(SortedMaps.with(byId, id, before == null ? told : before.merge(told)));
  }

  @Override
  public SeenDevices merge(SeenDevices other) {
    return bounded(SortedMaps.merged(byId, other.byId, SeenDevice::merge));
  }

  @Override
  public Devices at(Instant time) {
    return new Devices(
        byId.size(),
        byId.entrySet().stream()
            .sorted(NEWEST_FIRST)
            .limit(MOST_SHOWN)
            .map(entry -> shown(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static SeenDevices bounded(SortedMap<String, SeenDevice> devices) {
    return new SeenDevices(Newest.of(devices, MOST_DEVICES, NEWEST_FIRST));
  }

  private static Device shown(String id, SeenDevice device) {
    return new Device(
        id,
        NewestName.nameOf(device.type()),
        NewestName.nameOf(device.browser()),
        NewestName.nameOf(device.operatingSystem()),
        device.first(),
        device.last());
  }
}
