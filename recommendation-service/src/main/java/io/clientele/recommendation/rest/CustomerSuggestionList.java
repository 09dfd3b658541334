package io.clientele.recommendation.rest;

import io.clientele.recommendation.Suggestion;
import java.util.List;

/** What to show a customer, under the canonical id. */
record CustomerSuggestionList(String customerId, List<Suggestion> items, String model) {}
