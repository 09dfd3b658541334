package io.clientele.recommendation.serve;

import io.clientele.recommendation.rank.Rankers;
import java.util.List;

/**
 * A session for which suggestions are wanted.
 *
 * @param items what it touched, oldest first; only the newest count
 * @param limit how many suggestions at most
 * @param excludeCurrent whether the newest item is left out
 * @param exclude items to leave out
 * @param sessionId its id, so that it is not compared with itself, or null
 * @param customerId whose it is, so that what was bought is left out, or null
 * @param ranker which of {@link Rankers#NAMES} orders the candidates, or null for the best
 */
public record SessionQuery(
    List<String> items,
    int limit,
    boolean excludeCurrent,
    List<String> exclude,
    String sessionId,
    String customerId,
    String ranker) {

  public SessionQuery {
    items = List.copyOf(items);
    exclude = List.copyOf(exclude);
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
    if (ranker != null && !Rankers.NAMES.contains(ranker)) {
      throw new IllegalArgumentException("a ranker " + ranker);
    }
  }
}
