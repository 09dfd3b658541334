package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Stamp;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said last under each name, by the time it happened and not by the time it arrived. Of
 * more names than a {@link Length} may have the newest stay, which does not depend on order either:
 * a name that is among the newest in the end has been so since its value arrived.
 *
 * @param byLength what was said last of each length under each name, also where the name was taken
 *     back or has a newer value of another length: what it keeps out must stay out
 */
record NewestValues(Map<Length, SortedMap<String, Said>> byLength) {

  static final NewestValues NONE = new NewestValues(Map.of());

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
    byLength = Map.copyOf(byLength);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static NewestValues unpack(PackedValues packed) {
    return new NewestValues(packed.unpack());
  }

  @JsonValue
  PackedValues pack() {
    return PackedValues.of(byLength);
  }

  /** With what an event says; null values take back. */
  NewestValues with(Map<String, Object> values, CustomerEvent event) {
    Stamp stamp = Stamp.of(event);
    Map<Length, SortedMap<String, Said>> news = new EnumMap<>(Length.class);
    values.forEach(
        (name, value) ->
            Length.of(name, value)
                .map(length -> news.computeIfAbsent(length, none -> new TreeMap<>()))
                .ifPresent(said -> said.put(name, new Said(value, stamp, event.source()))));
    return merge(new NewestValues(news));
  }

  NewestValues merge(NewestValues other) {
    if (other.byLength.isEmpty()) {
      return this;
    }
    Map<Length, SortedMap<String, Said>> newest = new EnumMap<>(Length.class);
    for (Length length : Length.values()) {
      SortedMap<String, Said> both = SortedMaps.merged(of(length), other.of(length), Said::newer);
      if (!both.isEmpty()) {
        newest.put(length, length.newest(both));
      }
    }
    return new NewestValues(newest);
  }

  /** What was said last under each name, null where that took it back. */
  SortedMap<String, Said> byName() {
    return byLength.values().stream()
        .reduce((one, other) -> SortedMaps.merged(one, other, Said::newer))
        .orElse(Collections.emptySortedMap());
  }

  /** What stands under each name that was not taken back. */
  SortedMap<String, Trait> traits() {
    SortedMap<String, Trait> traits = new TreeMap<>();
    byName()
        .forEach(
            (name, said) -> {
              if (said.value != null) {
                traits.put(name, said.trait());
              }
            });
    return traits;
  }

  private SortedMap<String, Said> of(Length length) {
    return byLength.getOrDefault(length, Collections.emptySortedMap());
  }
}
