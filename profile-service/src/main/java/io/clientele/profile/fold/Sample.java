package io.clientele.profile.fold;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which of too many names are kept: those whose hash is smallest. A rule that looks at the name
 * alone keeps what is summed up under it exact in any order, since a name that is kept in the end
 * has been kept all along; and a hash prefers no alphabet, as the first by name would.
 */
public final class Sample {

  /** 2^32 divided by the golden ratio, odd: spreads neighbours (Knuth, TAOCP 3, 6.4). */
  private static final int GOLDEN = 0x9E3779B9;

  private Sample() {}

  /**
   * At most so many of a map's entries.
   *
   * @param name of a key; equal only for equal keys
   */
  public static <K, V> SortedMap<K, V> of(SortedMap<K, V> map, int most, Function<K, String> name) {
    if (map.size() <= most) {
      return map;
    }
    Comparator<Map.Entry<K, V>> byHash =
        Comparator.comparing(entry -> name.apply(entry.getKey()), Sample::compare);
    NavigableMap<K, V> kept = new TreeMap<>(map.comparator());
    map.entrySet().stream()
        .sorted(byHash)
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static int compare(String one, String other) {
    int byHash = Integer.compareUnsigned(one.hashCode() * GOLDEN, other.hashCode() * GOLDEN);
    return byHash == 0 ? one.compareTo(other) : byHash;
  }
}
