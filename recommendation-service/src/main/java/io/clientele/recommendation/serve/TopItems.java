package io.clientele.recommendation.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best of many items, kept up to date by looking at those alone that changed. One thread
 * changes it, any reads.
 */
final class TopItems {

  /**
   * An item and what it scores.
   *
   * @param score 0 for one that is out of the question
   */
  record Ranked(int item, String id, double score) {}

  /** Best first; equal ones by id. */
  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);

  private final int wanted;
  private final int most;
  private volatile List<Ranked> best = List.of();

  /** The best of all that there was no room for; null while there was room for all. */
  private Ranked bar;

  /** None yet, a quarter more of them held than are wanted. */
  TopItems(int wanted) {
    this.wanted = wanted;
    this.most = wanted + wanted / 4;
  }

  /** The best first, as many as are wanted if there are. */
  List<Ranked> best() {
    return best.subList(0, Math.min(wanted, best.size()));
  }

  /**
   * Takes in what changed.
   *
   * @return whether the best are still known; if not, so many left that a new one must be told of
   *     all items
   */
  boolean update(Collection<Ranked> changed) {
    Map<Integer, Ranked> all = new LinkedHashMap<>();
    best.forEach(ranked -> all.put(ranked.item, ranked));
    changed.forEach(ranked -> all.put(ranked.item, ranked));
    List<Ranked> above = new ArrayList<>(all.values());
    above.removeIf(one -> one.score <= 0 || (bar != null && ORDER.compare(one, bar) >= 0));
    above.sort(ORDER);
    if (above.size() > most) {
      bar = above.get(most);
    }
    best = List.copyOf(above.subList(0, Math.min(most, above.size())));
    return best.size() >= wanted || bar == null;
  }

  /** Whether there are none at all. */
  boolean isEmpty() {
    return best.isEmpty() && bar == null;
  }
}
