package io.clientele.contract;

/**
 * What brought the customer here; whatever is unknown is null.
 *
 * @param channel the default channel group, such as {@code organic-search}
 * @param source who sent them, such as {@code google}
 * @param medium how, such as {@code cpc}
 * @param referrer the host they came from
 */
public record Acquisition(String channel, String source, String medium, String referrer) {}
