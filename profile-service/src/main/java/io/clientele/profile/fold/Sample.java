package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    List<Ranked<K>> ranking = new ArrayList<>(map.size());
    map.keySet().forEach(key -> ranking.add(Ranked.of(key, name.apply(key))));
    Collections.sort(ranking);
    SortedMap<K, V> kept = new TreeMap<>(map);
    ranking.subList(most, ranking.size()).forEach(last -> kept.remove(last.key));
    return kept;
  }

  private record Ranked<K>(K key, String name, int hash) implements Comparable<Ranked<K>> {

    static <K> Ranked<K> of(K key, String name) {
      return new Ranked<>(key, name, name.hashCode() * GOLDEN);
    }

    @Override
    public int compareTo(Ranked<K> other) {
      int byHash = Integer.compareUnsigned(hash, other.hash);
      return byHash == 0 ? name.compareTo(other.name) : byHash;
    }
  }
}
