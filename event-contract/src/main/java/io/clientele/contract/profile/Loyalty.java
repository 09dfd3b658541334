package io.clientele.contract.profile;

import io.clientele.contract.Money;

/**
 * Where a customer stands in the loyalty programme.
 *
 * @param points earned by what the shop kept of all purchases, in whole points; never negative
 * @param tier the name of the tier that {@code spend} reaches
 * @param spend what the shop kept of the purchases of the last 365 UTC days, today among them;
 *     negative where more went back
 * @param nextTier the name of the tier above; null at the top
 * @param distance how much more must be spent within the window for the next tier; null at the top
 */
public record Loyalty(long points, String tier, Money spend, String nextTier, Money distance) {}
