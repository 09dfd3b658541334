package io.clientele.profile.behaviour;

import io.clientele.profile.fold.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One cart as its touches: from an addition while none is open, to an order, or to 24 hours without
 * a touch.
 *
 * @param end how many of the customer's touches there are up to its last
 */
record Cart(Instant from, Instant to, long milliUnits, boolean ordered, int end) {

  /** After which a cart is left (design.md, issue 4). */
  static final Duration PATIENCE = Duration.ofHours(24);

  /** All carts that are in a customer's touches, in order. */
  static List<Cart> of(List<CartTouch> touches) {
    List<Cart> carts = new ArrayList<>();
    Cart open = null;
    for (int i = 0; i < touches.size(); i++) {
      CartTouch touch = touches.get(i);
      if (open != null && open.isLeft(touch.at())) {
        carts.add(open);
        open = null;
      }
      if (open != null) {
        open = open.with(touch, i + 1);
      } else if (touch.kind() == CartTouch.Kind.ADDED) {
        open = new Cart(touch.at(), touch.at(), touch.milliUnits(), false, i + 1);
      }
      if (open != null && open.ordered) {
        carts.add(open);
        open = null;
      }
    }
    if (open != null) {
      carts.add(open);
    }
    return carts;
  }

  private Cart with(CartTouch touch, int count) {
    return new Cart(
        from,
        touch.at(),
        milliUnits + touch.milliUnits(),
        touch.kind() == CartTouch.Kind.ORDERED,
        count);
  }

  /** Whether at this time it can change no more, unless by what comes late. */
  boolean isLeft(Instant time) {
    return ordered || !time.isBefore(to.plus(PATIENCE));
  }

  /** Whether at this time it has been left with something in it. */
  boolean isAbandoned(Instant time) {
    return !ordered && milliUnits > 0 && isLeft(time);
  }

  /** The UTC day that it counts for. */
  int day() {
    return Windows.day(from);
  }
}
