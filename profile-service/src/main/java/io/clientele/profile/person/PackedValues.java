package io.clientele.profile.person;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import io.clientele.profile.person.NewestValues.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values as a store holds them: an event that says ten of them is named once.
 *
 * @param names of each {@link Length} in turn, ascending
 * @param values of each name; null where it was taken back
 * @param origins of each name which of {@code sayings} it comes from
 * @param sayings when which event of which source said something
 * @param lengths how many names each length has; null where all are short
 */
@SuppressWarnings("ArrayRecordComponent") // only written and read, never compared
record PackedValues(
    List<String> names,
    List<Object> values,
    byte[] origins,
    byte[] sayings,
    List<Integer> lengths) {

  private record Saying(Stamp stamp, String source) {}

  static PackedValues of(Map<Length, SortedMap<String, Said>> byLength) {
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    Map<Saying, Integer> numbers = new HashMap<>();
    Packer origins = new Packer();
    Packer sayings = new Packer();
    List<Integer> lengths = new ArrayList<>();
    for (Length length : Length.values()) {
      SortedMap<String, Said> byName = byLength.getOrDefault(length, Collections.emptySortedMap());
      lengths.add(byName.size());
      byName.forEach(
          (name, said) -> {
            names.add(name);
            values.add(said.value());
            Saying saying = new Saying(said.stamp(), said.source());
            Integer number = numbers.putIfAbsent(saying, numbers.size());
            if (number == null) {
              saying.stamp.pack(sayings);
              sayings.text(saying.source);
            }
            origins.number(numbers.get(saying));
          });
    }
    boolean allShort = names.size() == lengths.get(0);
    return new PackedValues(
        names, values, origins.toBytes(), sayings.toBytes(), allShort ? null : lengths);
  }

  Map<Length, SortedMap<String, Said>> unpack() {
    List<Saying> said = new ArrayList<>();
    for (Unpacker unpacker = new Unpacker(sayings); unpacker.hasMore(); ) {
      said.add(new Saying(Stamp.unpack(unpacker), unpacker.text()));
    }
    Map<Length, SortedMap<String, Said>> byLength = new EnumMap<>(Length.class);
    Unpacker origin = new Unpacker(origins);
    Iterator<Integer> numbers = (lengths == null ? List.of(names.size()) : lengths).iterator();
    int end = 0;
    for (Length length : Length.values()) {
      SortedMap<String, Said> byName = new TreeMap<>();
      int from = end;
      end += numbers.hasNext() ? numbers.next() : 0;
      for (int i = from; i < end; i++) {
        Saying saying = said.get(origin.integer());
        byName.put(names.get(i), new Said(values.get(i), saying.stamp, saying.source));
      }
      if (!byName.isEmpty()) {
        byLength.put(length, byName);
      }
    }
    return byLength;
  }
}
