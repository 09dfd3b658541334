package io.clientele.profile.fold;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which of too many entries are kept where the newest count. An entry that only ever becomes newer,
 * and that is among the newest in the end, has been so since it became as new: so the rule does not
 * depend on order.
 */
public final class Newest {

  private Newest() {}

  /** The newest entry first, of equally new ones that with the first key. */
  public static <K extends Comparable<K>, V, T extends Comparable<T>>
      Comparator<Map.Entry<K, V>> first(Function<V, T> time) {
    return Comparator.<Map.Entry<K, V>, T>comparing(entry -> time.apply(entry.getValue()))
        .reversed()
        .thenComparing(Map.Entry.comparingByKey());
  }

  /** At most so many of a map's entries, the first in this order. */
  public static <K, V> SortedMap<K, V> of(
      SortedMap<K, V> map, int most, Comparator<Map.Entry<K, V>> newestFirst) {
    if (map.size() <= most) {
      return map;
    }
    SortedMap<K, V> newest = new TreeMap<>(map);
    map.entrySet().stream()
        .sorted(newestFirst)
        .skip(most)
        .forEach(old -> newest.remove(old.getKey()));
    return newest;
  }
}
