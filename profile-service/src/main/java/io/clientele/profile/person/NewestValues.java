package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.StateFormat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said last under each name, by the time it happened and not by the time it arrived. Of
 * more names than a {@link Length} may have the newest stay, which does not depend on order either:
 * a name that is among the newest in the end has been so since its value arrived. Immutable.
 *
 * <p>Read from a row when it is first asked for, and written once: few events say anything of this
 * kind, and every event writes the row.
 */
final class NewestValues {

  static final NewestValues NONE = new NewestValues(Map.of());

  private static final StateFormat<PackedValues> FORMAT = StateFormat.of(PackedValues.class);

  /** Null until it is asked for; then {@link #packed} is there. */
  private volatile Map<Length, SortedMap<String, Said>> byLength;

  /** Null until it is written; then {@link #byLength} is there. */
  private volatile byte[] packed;

  private NewestValues(Map<Length, SortedMap<String, Said>> byLength) {
    this.byLength = Map.copyOf(byLength);
  }

  private NewestValues(byte[] packed) {
    this.packed = packed;
  }

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

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static NewestValues unpack(byte[] packed) {
    return packed.length == 0 ? NONE : new NewestValues(packed);
  }

  /** None where nothing was said. */
  @JsonValue
  byte[] pack() {
    if (packed == null) {
      packed = byLength.isEmpty() ? new byte[0] : FORMAT.write(PackedValues.of(byLength));
    }
    return packed;
  }

  /**
   * What was said last of each length under each name, also where the name was taken back or has a
   * newer value of another length: what it keeps out must stay out.
   */
  Map<Length, SortedMap<String, Said>> byLength() {
    if (byLength == null) {
      byLength = Map.copyOf(FORMAT.read(packed).unpack());
    }
    return byLength;
  }

  private boolean isEmpty() {
    return packed == null ? byLength.isEmpty() : packed.length == 0;
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
    return merge(newest(news));
  }

  NewestValues merge(NewestValues other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    Map<Length, SortedMap<String, Said>> both = new EnumMap<>(Length.class);
    for (Length length : Length.values()) {
      both.put(length, SortedMaps.merged(of(length), other.of(length), Said::newer));
    }
    return newest(both);
  }

  private static NewestValues newest(Map<Length, SortedMap<String, Said>> said) {
    Map<Length, SortedMap<String, Said>> newest = new EnumMap<>(Length.class);
    said.forEach(
        (length, byName) -> {
          if (!byName.isEmpty()) {
            newest.put(length, length.newest(byName));
          }
        });
    return newest.isEmpty() ? NONE : new NewestValues(newest);
  }

  /** What was said last under each name, null where that took it back. */
  SortedMap<String, Said> byName() {
    return byLength().values().stream()
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

  @Override
  public boolean equals(Object other) {
    return other instanceof NewestValues values && byLength().equals(values.byLength());
  }

  @Override
  public int hashCode() {
    return byLength().hashCode();
  }

  @Override
  public String toString() {
    return byLength().keySet().toString(); // personal values are not for logs
  }

  private SortedMap<String, Said> of(Length length) {
    return byLength().getOrDefault(length, Collections.emptySortedMap());
  }
}
