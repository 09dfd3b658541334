package io.clientele.recommendation.serve;

/**
 * What to show a customer.
 *
 * @param customerId the canonical id, or the id asked for where nobody has seen it
 */
public record CustomerSuggestions(String customerId, Suggestions shown) {}
