package io.clientele.contract.profile;

/**
 * The first and the last thing that brought the customer to the shop; null where they always came
 * by themselves.
 */
public record Campaigns(Campaign first, Campaign last) {}
