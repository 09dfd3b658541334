package io.clientele.profile.preference;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of an order that counts; what is unknown of its product is null.
 *
 * @param at when the order was placed
 * @param price of one unit, in the base currency
 */
public record OrderLine(Instant at, String category, String brand, BigDecimal price) {}
