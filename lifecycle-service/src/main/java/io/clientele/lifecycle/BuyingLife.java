package io.clientele.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * What the model knows of a customer: a life starts with the first purchase, and anew with the
 * purchase that wins back a churned customer.
 *
 * @param start the purchase that the life started with
 * @param repeats purchase days since
 * @param last the last purchase, at least {@code start}
 */
public record BuyingLife(Instant start, int repeats, Instant last) {

  private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

  public BuyingLife {
    if (last.isBefore(start) || repeats < 0) {
      throw new IllegalArgumentException("a life cannot end before it starts");
    }
  }

  /** A life that starts with this purchase. */
  static BuyingLife from(Instant purchase) {
    return new BuyingLife(purchase, 0, purchase);
  }

  /** The same life after another day with a purchase. */
  BuyingLife with(Instant purchase) {
    return new BuyingLife(start, repeats + 1, purchase);
  }

  /** How old the life is at a moment, in weeks, to the millisecond. */
  double weeksAt(Instant moment) {
    return Duration.between(start, moment).toMillis() / WEEK_MILLIS;
  }
}
