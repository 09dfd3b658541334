package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * What many look at now: each item's newest sessions, each weighing half as much for every two days
 * of age. Summed anew from the index instead of counted along, so that it is given by the index's
 * content to the last bit and forgets what the index forgets.
 */
final class Trending {

  private static final double HALF_LIFE_SECONDS = 2 * 86_400.0;

  /** Best first; equal ones by id. */
  static final Comparator<Suggestion> ORDER =
      Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::id);

  private Trending() {}

  /** The best {@code most} items of those shown. Costs a walk over the whole index. */
  static List<Suggestion> of(ShopView shop, Predicate<String> isShown, int most) {
    PriorityQueue<Suggestion> best = new PriorityQueue<>(most + 1, ORDER.reversed());
    long now = shop.newestMillis() / 1000;
    for (int item = 0; item < shop.itemBound(); item++) {
      double score = score(shop.posting(item), now);
      if (score > 0
          && (best.size() < most || score >= best.element().score())
          && isShown.test(shop.text(item))) {
        best.add(new Suggestion(shop.text(item), score, Suggestion.Reason.TRENDING));
        if (best.size() > most) {
          best.remove();
        }
      }
    }
    List<Suggestion> ordered = new ArrayList<>(best);
    ordered.sort(ORDER);
    return List.copyOf(ordered);
  }

  private static double score(Posting posting, long now) {
    double score = 0;
    for (int rank = 0; rank < posting.size(); rank++) {
      double age = now - posting.seconds(rank);
      score += HalfLives.factor(age, HALF_LIFE_SECONDS);
    }
    return score;
  }
}
