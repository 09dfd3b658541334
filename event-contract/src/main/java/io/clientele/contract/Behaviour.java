package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The four kinds of things that customers do. */
public enum Behaviour {
  /** Carts, checkouts, orders and what undoes them. */
  PURCHASE,
  /** Looking: pages, products, lists, searches. */
  BROWSE,
  /** Taking part: likes, shares, traits, consents and whatever a shop tracks of its own. */
  INTERACTION,
  /** Telling: reviews, surveys, service tickets. */
  FEEDBACK;

  /** The lower-case name that records carry. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
