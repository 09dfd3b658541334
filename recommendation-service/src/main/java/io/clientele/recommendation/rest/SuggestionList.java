package io.clientele.recommendation.rest;

import io.clientele.recommendation.Suggestion;
import java.util.List;

/** What to show, the best first, and what it was made by. */
record SuggestionList(List<Suggestion> items, String model) {}
