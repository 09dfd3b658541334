package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.profile.fold.Extent;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Stamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said last under each name, by the time it happened and not by the time it arrived. Of
 * more names than {@link #MOST_NAMES} the newest stay, which does not depend on order either: a
 * name that is among the newest in the end has been so since its value arrived.
 *
 * @param byName also names that were taken back, so that an older value that comes late stays away
 */
record NewestValues(SortedMap<String, Said> byName) {

  static final NewestValues NONE = new NewestValues(null);

  /** Bounds the state of a customer whose tracker runs wild. */
  static final int MOST_NAMES = 500;

  /** Of a name and its value in JSON; what is longer is a document, and is not kept. */
  static final int MOST_BYTES = 1_000;

  /**
   * One value of one name.
   *
   * @param value null takes the name back
   * @param source who said it
   */
  record Said(Object value, Stamp stamp, String source) {

    static Said newer(Said one, Said other) {
      return one.stamp.compareTo(other.stamp) < 0 ? other : one;
    }

    Trait trait() {
      return new Trait(value, stamp.at(), source);
    }
  }

  NewestValues {
    byName = SortedMaps.copy(byName);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static NewestValues unpack(PackedValues packed) {
    return new NewestValues(packed.unpack());
  }

  @JsonValue
  PackedValues pack() {
    return PackedValues.of(byName);
  }

  /** With what an event says; null values take back. */
  NewestValues with(Map<String, Object> values, CustomerEvent event) {
    if (values.isEmpty()) {
      return this;
    }
    Stamp stamp = Stamp.of(event);
    NavigableMap<String, Said> newest = new TreeMap<>(byName);
    values.forEach(
        (name, value) -> {
          if (Extent.of(name) + Extent.of(value) <= MOST_BYTES) {
            newest.merge(name, new Said(value, stamp, event.source()), Said::newer);
          }
        });
    return new NewestValues(bounded(newest));
  }

  NewestValues merge(NewestValues other) {
    SortedMap<String, Said> newest = SortedMaps.merged(byName, other.byName, Said::newer);
    return new NewestValues(newest.size() > MOST_NAMES ? bounded(new TreeMap<>(newest)) : newest);
  }

  /** What stands under each name that was not taken back. */
  SortedMap<String, Trait> traits() {
    SortedMap<String, Trait> traits = new TreeMap<>();
    byName.forEach(
        (name, said) -> {
          if (said.value != null) {
            traits.put(name, said.trait());
          }
        });
    return traits;
  }

  private static SortedMap<String, Said> bounded(NavigableMap<String, Said> values) {
    if (values.size() > MOST_NAMES) {
      Comparator<Map.Entry<String, Said>> byAge =
          Comparator.<Map.Entry<String, Said>, Stamp>comparing(entry -> entry.getValue().stamp)
              .thenComparing(Map.Entry.comparingByKey());
      List<String> oldest =
          values.entrySet().stream()
              .sorted(byAge)
              .limit(values.size() - MOST_NAMES)
              .map(Map.Entry::getKey)
              .toList();
      oldest.forEach(values::remove);
    }
    return values;
  }
}
