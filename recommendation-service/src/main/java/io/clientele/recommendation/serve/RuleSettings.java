package io.clientele.recommendation.serve;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a shop may set about the rules.
 *
 * @param replenishable names of the categories that are bought again and again
 * @param itemAge how long before the newest event of all an item must have been touched to be
 *     shown; empty for no limit
 */
public record RuleSettings(Set<String> replenishable, Optional<Duration> itemAge) {

  /** Nothing is bought again, nothing is too old. */
  public static final RuleSettings USUAL = new RuleSettings(Set.of(), Optional.empty());

  public RuleSettings {
    replenishable = Set.copyOf(replenishable);
    if (itemAge.isPresent() && (itemAge.get().isNegative() || itemAge.get().isZero())) {
      throw new IllegalArgumentException("an item age of " + itemAge.get() + " is not above 0");
    }
  }
}
