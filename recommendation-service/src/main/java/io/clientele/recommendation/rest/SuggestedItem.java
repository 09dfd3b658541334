package io.clientele.recommendation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.recommendation.serve.Suggestion;
import java.util.List;

/**
 * A suggestion as answers show it.
 *
 * @param id the shop's product id
 * @param score the higher the better; to be compared within one answer only, no unit
 * @param reason why it is suggested
 */
record SuggestedItem(String id, double score, Reason reason) {

  /**
   * Where a suggestion comes from; see {@link Suggestion.Reason}.
   *
   * @param kind {@code session}: what similar sessions went on to; {@code trending}: what many look
   *     at now
   * @param item the product that the largest share of the score is due to; null where none is
   */
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
