package io.clientele.recommendation.rest;

import java.util.List;

/** What to show, the best first, and what it was made by. */
record SuggestionList(List<SuggestedItem> items, String model) {}
