package io.clientele.contract.profile;

/**
 * The first and the last thing that brought the customer to the shop; null where they always came
 * by themselves.
 *
 * @param first the earliest touch that names what brought them
 * @param last the latest; the same where there was but one
 */
public record Campaigns(Campaign first, Campaign last) {}
