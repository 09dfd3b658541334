package io.clientele.recommendation.rest;

import java.util.List;

/**
 * What to show a customer.
 *
 * @param customerId the canonical id
 * @param items the best first
 * @param model the name of what they were made by
 */
record CustomerSuggestionList(String customerId, List<SuggestedItem> items, String model) {}
