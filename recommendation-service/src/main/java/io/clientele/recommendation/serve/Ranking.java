package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The best of what was scored, which may be shown: by score, equal ones by id. */
final class Ranking {

  /** An item and what it scored. */
  record Ranked(int item, String text, double score) {}

  private static final Comparator<Ranked> WORST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .thenComparing(Ranked::text, Comparator.reverseOrder());

  private Ranking() {}

  /**
   * The best ones.
   *
   * @param blend the score of each place
   */
  static List<Ranked> best(
      Scores scores, double[] blend, ShopView shop, int limit, Predicate<String> isShown) {
    PriorityQueue<Ranked> best = new PriorityQueue<>(limit + 1, WORST_FIRST);
    for (int place = 0; place < blend.length; place++) {
      double score = blend[place];
      if (best.size() == limit && score < best.element().score()) {
        continue;
      }
      String text = shop.text(scores.item(place));
      if (text != null && isShown.test(text)) {
        best.add(new Ranked(scores.item(place), text, score));
        if (best.size() > limit) {
          best.remove();
        }
      }
    }
    List<Ranked> ordered = new ArrayList<>(best);
    ordered.sort(WORST_FIRST.reversed());
    return ordered;
  }
}
