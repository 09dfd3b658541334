package io.clientele.profile.purchase;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one line of an order tells of a customer's interests.
 *
 * @param at when the order was placed
 * @param category null where unknown
 * @param brand null where unknown
 * @param price of one unit, in the base currency; null where unknown
 * @param quantity units, never negative
 */
public record OrderLineContribution(
    Instant at, String category, String brand, BigDecimal price, BigDecimal quantity) {}
