package io.clientele.contract.profile;

import java.time.Instant;

/**
 * A device that the customer used; what its events never told is null, of the rest the newest
 * counts.
 *
 * @param id the anonymous id, as the storefront made it
 * @param type its type or model
 * @param browser user agent family
 * @param operatingSystem its name, without version
 * @param firstSeenAt when the earliest event on it occurred
 * @param lastSeenAt when the latest event on it occurred
 */
public record Device(
    String id,
    String type,
    String browser,
    String operatingSystem,
    Instant firstSeenAt,
    Instant lastSeenAt) {}
