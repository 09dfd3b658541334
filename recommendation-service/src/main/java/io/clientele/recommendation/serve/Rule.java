package io.clientele.recommendation.serve;

import java.util.Locale;

/** Why an item is not shown, in the order in which it is asked. */
public enum Rule {
  /** The shop withdrew it. */
  WITHDRAWN,
  /** The customer has it, and its category is not one that is bought again. */
  BOUGHT,
  /** The customer is about to buy it. */
  IN_CART,
  /** Whoever asked does not want it. */
  EXCLUDED,
  /** Nobody has touched it for too long. */
  AGED,
  /** It is what the customer looks at just now. */
  CURRENT;

  /** As metrics name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
