package io.clientele.profile.app;

import io.clientele.profile.purchase.LoyaltyProgram;
import io.clientele.profile.purchase.LoyaltyProgram.Tier;
import java.math.BigDecimal;
import java.util.List;

/** Reads the loyalty programme as it is configured. */
final class LoyaltyTiers {

  private LoyaltyTiers() {}

  /**
   * The programme.
   *
   * @throws IllegalArgumentException with what is wrong, which ends the start
   */
  static LoyaltyProgram read(ProfileConfiguration.LoyaltyConfiguration configured) {
    List<Tier> tiers = configured.tiers().stream().map(LoyaltyTiers::tier).toList();
    return new LoyaltyProgram(configured.pointsPerUnit(), tiers);
  }

  private static Tier tier(String text) {
    int colon = text.lastIndexOf(':');
    if (colon > 0 && text.substring(colon + 1).trim().matches("[0-9]{1,15}([.][0-9]{1,4})?")) {
      return new Tier(
          text.substring(0, colon).trim(), new BigDecimal(text.substring(colon + 1).trim()));
    }
    throw new IllegalArgumentException(
        "clientele.profile.loyalty.tiers has '" + text + "'; a tier is written as silver:200");
  }
}
