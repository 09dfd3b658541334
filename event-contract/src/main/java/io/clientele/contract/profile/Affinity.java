package io.clientele.contract.profile;

/**
 * How much the customer is drawn to something.
 *
 * @param name as the shop names it
 * @param score contacts by weight, each counting half after 30 days: 1 a view, 0.5 a list, 3 what
 *     was put into a cart, 6 a line of an order; for a channel 1 an event. 0 or more, no unit
 * @param share its part of the scores of all names: 0 to 1
 */
public record Affinity(String name, double score, double share) {}
