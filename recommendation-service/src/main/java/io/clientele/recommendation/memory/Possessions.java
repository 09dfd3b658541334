package io.clientele.recommendation.memory;

import java.util.Set;

/**
 * What a customer has or is about to have, by items' numbers.
 *
 * @param bought what is in the 100 newest orders, those undone apart
 * @param inCart what was put into the cart and neither taken out nor ordered since
 */
public record Possessions(Set<Integer> bought, Set<Integer> inCart) {

  /** Of somebody about whom nothing is known. */
  public static final Possessions NONE = new Possessions(Set.of(), Set.of());

  public Possessions {
    bought = Set.copyOf(bought);
    inCart = Set.copyOf(inCart);
  }
}
