package io.clientele.profile.purchase;

import io.clientele.contract.Money;
import io.clientele.contract.profile.Loyalty;
import io.clientele.contract.profile.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What loyalty is worth: points by what the shop kept of all purchases, and a tier by what it kept
 * of those of the last 365 days.
 *
 * @param pointsPerUnit points for one unit of the base currency, not negative
 * @param tiers lowest first; the lowest begins at 0
 */
public record LoyaltyProgram(BigDecimal pointsPerUnit, List<Tier> tiers) {

  /** A point for one unit of the base currency; bronze, silver, gold and platinum. */
  public static final LoyaltyProgram DEFAULT =
      new LoyaltyProgram(
          BigDecimal.ONE,
          List.of(
              new Tier("bronze", BigDecimal.ZERO),
              new Tier("silver", new BigDecimal(200)),
              new Tier("gold", new BigDecimal(500)),
              new Tier("platinum", new BigDecimal(1000))));

  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(Long.MAX_VALUE);

  /**
   * One tier.
   *
   * @param from the least that must be spent within the window, in the base currency
   */
  public record Tier(String name, BigDecimal from) {
    public Tier {
      require(name != null && !name.isBlank(), "a loyalty tier needs a name");
      require(from != null, "a loyalty tier needs the spend from which it is reached");
    }
  }

  /**
   * Checks the programme.
   *
   * @throws IllegalArgumentException if it breaks one of the rules above
   */
  public LoyaltyProgram {
    require(
        pointsPerUnit != null && pointsPerUnit.signum() >= 0,
        "loyalty points per unit of currency cannot be negative");
    tiers = List.copyOf(tiers);
    require(
        !tiers.isEmpty() && tiers.get(0).from().signum() == 0,
        "the lowest loyalty tier must be reached from a spend of 0");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      require(names.add(tier.name()), "there are two loyalty tiers named " + tier.name());
      require(
          i == 0 || tier.from().compareTo(tiers.get(i - 1).from()) > 0,
          "loyalty tier " + tier.name() + " must be reached from more than the one below it");
    }
  }

  /** Where a customer with these purchases stands at their time. */
  public Loyalty standing(PurchaseView view) {
    Money spend = view.windows().get(Window.YEAR).revenue();
    int reached = 0;
    while (reached + 1 < tiers.size()
        && tiers.get(reached + 1).from().compareTo(spend.amount()) <= 0) {
      reached++;
    }
    Tier next = reached + 1 < tiers.size() ? tiers.get(reached + 1) : null;
    return new Loyalty(
        points(view.purchases().netRevenue()),
        tiers.get(reached).name(),
        spend,
        next == null ? null : next.name(),
        next == null ? null : new Money(next.from().subtract(spend.amount()), spend.currency()));
  }

  private long points(Money kept) {
    return kept.amount()
        .max(BigDecimal.ZERO)
        .multiply(pointsPerUnit)
        .setScale(0, RoundingMode.FLOOR)
        .min(MOST_POINTS)
        .longValue();
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
