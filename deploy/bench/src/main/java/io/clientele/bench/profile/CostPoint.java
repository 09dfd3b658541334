package io.clientele.bench.profile;

/**
 * What an event costs with so many customers, or with so long a history.
 *
 * @param customers who do the events; each of them is known already
 * @param history events that each of them has had before, on the average
 */
record CostPoint(int customers, double history, Drained cost) {}
