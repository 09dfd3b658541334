package io.clientele.recommendation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.recommendation.serve.ReasonTexts;
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
   * Why an item is suggested: what speaks for it, and the product that the largest share of its
   * score is due to.
   *
   * @param kind {@code session}: similar sessions have it; {@code again}: this session has it;
   *     {@code together}: it is bought with the product; {@code similar}: it is like the product;
   *     {@code history}: it goes with what the customer looked at earlier; {@code popular}: in its
   *     category; {@code trending}: in the whole shop
   * @param item the product that the largest share of the score is due to; null where none is
   * @param category where it is popular; absent for other kinds
   * @param count how many say so: sessions that have both products, times that this session has it,
   *     orders of both, sessions of the last two days; absent where nothing is counted
   * @param text the same in words, in Chinese or English as {@code Accept-Language} prefers
   */
  record Reason(
      String kind,
      @JsonInclude(JsonInclude.Include.ALWAYS) String item,
      String category,
      Long count,
      String text) {}

  static List<SuggestedItem> of(List<Suggestion> suggestions, ReasonTexts texts) {
    return suggestions.stream()
        .map(one -> new SuggestedItem(one.id(), one.score(), reason(one, texts)))
        .toList();
  }

  private static Reason reason(Suggestion suggestion, ReasonTexts texts) {
    io.clientele.recommendation.serve.Reason reason = suggestion.reason();
    return new Reason(
        reason.kind().word(),
        reason.item(),
        reason.category(),
        reason.count().orElse(null),
        texts.of(reason));
  }
}
