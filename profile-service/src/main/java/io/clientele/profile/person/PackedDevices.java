package io.clientele.profile.person;

import io.clientele.profile.fold.PackedIds;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Devices as a store holds them: first the names and the stamps, each once, since many devices run
 * the same browser and one event tells of type, browser and system.
 */
final class PackedDevices {

  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<Stamp, Integer> stamps = new LinkedHashMap<>();

  private PackedDevices() {}

  static byte[] pack(SortedMap<String, SeenDevice> byId) {
    return byId.isEmpty() ? new byte[0] : new PackedDevices().bytes(byId);
  }

  static SortedMap<String, SeenDevice> unpack(byte[] packed) {
    SortedMap<String, SeenDevice> byId = new TreeMap<>();
    Unpacker unpacker = new Unpacker(packed);
    if (!unpacker.hasMore()) {
      return byId;
    }
    List<String> names = new ArrayList<>();
    for (int left = unpacker.integer(); left > 0; left--) {
      names.add(unpacker.text());
    }
    List<Stamp> stamps = new ArrayList<>();
    for (int left = unpacker.integer(); left > 0; left--) {
      stamps.add(Stamp.unpack(unpacker));
    }
    while (unpacker.hasMore()) {
      byId.put(
          PackedIds.unpack(unpacker),
          new SeenDevice(
              unpacker.time(),
              unpacker.time(),
              name(unpacker, names, stamps),
              name(unpacker, names, stamps),
              name(unpacker, names, stamps)));
    }
    return byId;
  }

  private byte[] bytes(SortedMap<String, SeenDevice> byId) {
    Packer head = new Packer();
    for (SeenDevice device : byId.values()) {
      number(device.type());
      number(device.browser());
      number(device.operatingSystem());
    }
    head.number(names.size());
    names.keySet().forEach(head::text);
    head.number(stamps.size());
    stamps.keySet().forEach(stamp -> stamp.pack(head));
    byId.forEach(
        (id, device) -> {
          PackedIds.pack(head, id);
          head.time(device.first()).time(device.last());
          pack(device.type(), head);
          pack(device.browser(), head);
          pack(device.operatingSystem(), head);
        });
    return head.toBytes();
  }

  private void number(NewestName newest) {
    if (newest != null) {
      names.putIfAbsent(newest.name(), names.size());
      stamps.putIfAbsent(newest.stamp(), stamps.size());
    }
  }

  private void pack(NewestName newest, Packer packer) {
    if (newest == null) {
      packer.number(0);
    } else {
      packer.number(names.get(newest.name()) + 1).number(stamps.get(newest.stamp()));
    }
  }

  private static NewestName name(Unpacker unpacker, List<String> names, List<Stamp> stamps) {
    int number = unpacker.integer();
    return number == 0
        ? null
        : new NewestName(names.get(number - 1), stamps.get(unpacker.integer()));
  }
}
