package io.clientele.recommendation.serve;

import java.util.List;

/**
 * What to show, the best first.
 *
 * @param model the name of what put it in order
 */
public record Suggestions(List<Suggestion> items, String model) {

  public Suggestions {
    items = List.copyOf(items);
  }
}
