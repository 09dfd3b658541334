package io.clientele.recommendation.serve;

/**
 * An item that is bought with another.
 *
 * @param id the shop's product id
 * @param count orders that have both
 * @param support of all orders, how many have both, 0 to 1
 * @param confidence of the orders with the other, how many have this one too, 0 to 1
 * @param lift how many times more that is than among all orders
 * @param llr log-likelihood ratio (Dunning): above 5 it is hardly chance
 */
public record Together(
    String id, long count, double support, double confidence, double lift, double llr) {}
