package io.clientele.recommendation.serve;

/**
 * An item that goes with another.
 *
 * @param id the shop's product id
 * @param score the cosine of the sessions that have either, 0 to 1, and at most .05 for likeness
 * @param sessions how many have both, of the 1,000 newest that have the other
 */
public record Related(String id, double score, long sessions) {}
