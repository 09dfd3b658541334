package io.clientele.recommendation.serve;

/**
 * An item to show, and why.
 *
 * @param score the higher the better; comparable among suggestions of one answer and one kind
 */
public record Suggestion(String id, double score, Reason reason) {}
