package io.clientele.recommendation.rest;

import java.util.List;

/** What to show a customer, under the canonical id. */
record CustomerSuggestionList(String customerId, List<SuggestedItem> items, String model) {}
