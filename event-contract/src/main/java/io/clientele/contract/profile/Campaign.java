package io.clientele.contract.profile;

import java.time.Instant;

/**
 * What brought the customer to the shop once; whatever is unknown is null.
 *
 * @param name of the campaign, as UTM gives it
 * @param channel the default channel group, such as {@code organic-search}
 * @param source who sent them, such as {@code google}
 * @param medium how, such as {@code cpc}
 * @param referrer the host they came from
 * @param at when it happened
 */
public record Campaign(
    String name, String channel, String source, String medium, String referrer, Instant at) {}
