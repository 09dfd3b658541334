package io.clientele.profile.fold;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one line of an order tells of a customer's interests, whatever its quantity: orders know it,
 * preferences count it.
 *
 * @param at when the order was placed
 * @param category null where unknown
 * @param brand null where unknown
 * @param price of one unit, in the base currency; null where unknown
 */
public record BoughtLine(Instant at, String category, String brand, BigDecimal price) {}
