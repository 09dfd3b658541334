package io.clientele.profile.person;

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
 * Values as a store holds them: an event that says ten of them is named once.
 *
 * @param names ascending
 * @param values of each name; null where it was taken back
 * @param origins of each name which of {@code sayings} it comes from
 * @param sayings when which event of which source said something
 */
@SuppressWarnings("ArrayRecordComponent") // only written and read, never compared
record PackedValues(List<String> names, List<Object> values, byte[] origins, byte[] sayings) {

  private record Saying(Stamp stamp, String source) {}

  static PackedValues of(SortedMap<String, NewestValues.Said> byName) {
    List<Object> values = new ArrayList<>(byName.size());
    Map<Saying, Integer> numbers = new LinkedHashMap<>();
    Packer origins = new Packer();
    Packer sayings = new Packer();
    byName.forEach(
        (name, said) -> {
          values.add(said.value());
          Saying saying = new Saying(said.stamp(), said.source());
          Integer number = numbers.putIfAbsent(saying, numbers.size());
          if (number == null) {
            saying.stamp.pack(sayings);
            sayings.text(saying.source);
          }
          origins.number(numbers.get(saying));
        });
    return new PackedValues(
        List.copyOf(byName.keySet()), values, origins.toBytes(), sayings.toBytes());
  }

  SortedMap<String, NewestValues.Said> unpack() {
    List<Saying> said = new ArrayList<>();
    for (Unpacker unpacker = new Unpacker(sayings); unpacker.hasMore(); ) {
      said.add(new Saying(Stamp.unpack(unpacker), unpacker.text()));
    }
    SortedMap<String, NewestValues.Said> byName = new TreeMap<>();
    Unpacker origin = new Unpacker(origins);
    for (int i = 0; i < names.size(); i++) {
      Saying saying = said.get(origin.integer());
      byName.put(names.get(i), new NewestValues.Said(values.get(i), saying.stamp, saying.source));
    }
    return byName;
  }
}
