package io.clientele.recommendation.serve;

import java.util.List;

/**
 * What to show a customer.
 *
 * @param customerId the canonical id, or the id asked for where nobody has seen it
 */
public record CustomerSuggestions(String customerId, List<Suggestion> items) {

  public CustomerSuggestions {
    items = List.copyOf(items);
  }
}
