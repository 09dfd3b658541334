package io.clientele.recommendation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.recommendation.Suggestion;
import java.util.List;

/** A suggestion as answers show it: with a null where the reason names no item. */
record SuggestedItem(String id, double score, Reason reason) {

  /** See {@link Suggestion.Reason}. */
  record Reason(String kind, @JsonInclude(JsonInclude.Include.ALWAYS) String item) {}

  static List<SuggestedItem> of(List<Suggestion> suggestions) {
    return suggestions.stream()
        .map(
            suggestion ->
                new SuggestedItem(
                    suggestion.id(),
                    suggestion.score(),
                    new Reason(suggestion.reason().kind(), suggestion.reason().item())))
        .toList();
  }
}
