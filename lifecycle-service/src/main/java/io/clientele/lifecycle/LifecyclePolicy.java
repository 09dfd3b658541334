package io.clientele.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * What a shop calls at risk and lost: thresholds on the probability that a customer buys within a
 * horizon.
 *
 * @param model how customers buy
 * @param horizon how far ahead the probability looks
 * @param atRiskBelow at risk from when the probability is below this; a new customer is above it
 * @param churnedBelow churned from when it is below this
 */
public record LifecyclePolicy(
    MbgNbd model, Duration horizon, double atRiskBelow, double churnedBelow) {

  /** Below this, a crossing would lie further away than times can be written. */
  private static final double LOWEST_THRESHOLD = .001;

  private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

  public LifecyclePolicy {
    if (horizon.isNegative() || horizon.isZero()) {
      throw new IllegalArgumentException("the horizon must be positive, not " + horizon);
    }
    if (!(LOWEST_THRESHOLD <= churnedBelow && churnedBelow < atRiskBelow && atRiskBelow < 1)) {
      throw new IllegalArgumentException(
          "thresholds must be %s <= churned < at risk < 1, not %s and %s"
              .formatted(LOWEST_THRESHOLD, churnedBelow, atRiskBelow));
    }
    double afterFirst = model.buysWithin(weeks(horizon), 0, 0, 0);
    if (atRiskBelow >= afterFirst) {
      throw new IllegalArgumentException(
          "a new customer buys within %s with probability %.3f, so at risk must be below that"
              .formatted(horizon, afterFirst));
    }
  }

  /** The probability at a moment that a customer buys within the horizon from then. */
  public double buysWithinHorizon(BuyingLife life, Instant at) {
    return model.buysWithin(
        weeks(horizon), life.repeats(), life.weeksAt(life.last()), life.weeksAt(at));
  }

  /** When a customer becomes at risk if nothing happens. */
  Instant atRiskAt(BuyingLife life) {
    return fallsBelow(life, atRiskBelow);
  }

  /** When a customer is lost if nothing happens; not before {@link #atRiskAt}. */
  Instant churnedAt(BuyingLife life) {
    return fallsBelow(life, churnedBelow);
  }

  /** The first whole millisecond after the last purchase with a probability below the threshold. */
  private Instant fallsBelow(BuyingLife life, double threshold) {
    if (below(life, 0, threshold)) {
      return life.last();
    }
    long above = 0;
    long below = horizon.toMillis();
    while (!below(life, below, threshold)) {
      above = below;
      below *= 2;
    }
    while (below - above > 1) {
      long middle = above + (below - above) / 2;
      if (below(life, middle, threshold)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return life.last().plusMillis(below);
  }

  private boolean below(BuyingLife life, long millisAfterLast, double threshold) {
    double last = life.weeksAt(life.last());
    double age = last + millisAfterLast / WEEK_MILLIS;
    return model.buysWithin(weeks(horizon), life.repeats(), last, age) < threshold;
  }

  private static double weeks(Duration span) {
    return span.toMillis() / WEEK_MILLIS;
  }
}
