package io.clientele.contract.profile;

import java.time.Instant;

/**
 * How often the customer took part, for life.
 *
 * @param likes times
 * @param shares times
 * @param comments times
 * @param follows times
 * @param mentions times
 * @param wishes products put on a wish list, less those taken off it; never below 0
 * @param lastAt when the latest of them occurred; null where there is none
 */
public record Interactions(
    long likes,
    long shares,
    long comments,
    long follows,
    long mentions,
    long wishes,
    Instant lastAt) {}
