package io.clientele.recommendation.rest;

import java.util.List;

/**
 * What to show, and what it was made by.
 *
 * @param items the best first
 * @param model its name
 */
record SuggestionList(List<SuggestedItem> items, String model) {}
