package io.clientele.profile.fold;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Sorted maps as values: every change is a new map, and equal content is written alike. */
public final class SortedMaps {

  private SortedMaps() {}

  /** A copy that nobody can change; null, as in JSON that leaves it out, is empty. */
  public static <K, V> SortedMap<K, V> copy(Map<K, V> map) {
    return map == null || map.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** With this value under this key. */
  public static <K, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
    SortedMap<K, V> changed = new TreeMap<>(map);
    changed.put(key, value);
    return Collections.unmodifiableSortedMap(changed);
  }

  /** Without this key. */
  public static <K, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
    SortedMap<K, V> changed = new TreeMap<>(map);
    changed.remove(key);
    return Collections.unmodifiableSortedMap(changed);
  }

  /** All keys of both, and what {@code both} makes of the values that stand under the same key. */
  public static <K, V> SortedMap<K, V> merged(
      SortedMap<K, V> one, SortedMap<K, V> other, BinaryOperator<V> both) {
    if (one.isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return one;
    }
    SortedMap<K, V> all = new TreeMap<>(one);
    other.forEach((key, value) -> all.merge(key, value, both));
    return Collections.unmodifiableSortedMap(all);
  }
}
