package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What carts need of an event.
 *
 * @param tie see {@link Tie}
 * @param milliUnits thousandths of units that went in, negative where they went out; 0 of an order
 */
record CartTouch(Instant at, int tie, Kind kind, long milliUnits) {

  /** As events are ordered everywhere. */
  static final Comparator<CartTouch> ORDER =
      Comparator.comparing(CartTouch::at)
          .thenComparing(CartTouch::tie, Integer::compareUnsigned)
          .thenComparing(CartTouch::kind)
          .thenComparing(CartTouch::milliUnits);

  private static final int PLACES = 3;

  /** A thousand million units: more is a mistake, and sums stay far from what a long holds. */
  private static final BigDecimal MOST_UNITS = BigDecimal.TEN.pow(9);

  /** What the event was. */
  enum Kind {
    ADDED,
    REMOVED,
    ORDERED
  }

  /** Empty where the event is not about a cart. */
  static Optional<CartTouch> of(CustomerEvent event) {
    if (event.payload() instanceof Payload.OrderCompleted) {
      return Optional.of(new CartTouch(event.occurredAt(), Tie.of(event), Kind.ORDERED, 0));
    }
    if (event.payload() instanceof Payload.CartChanged cart) {
      long units = milliUnits(cart.products());
      return switch (cart.change()) {
        case ADDED ->
            Optional.of(new CartTouch(event.occurredAt(), Tie.of(event), Kind.ADDED, units));
        case REMOVED ->
            Optional.of(new CartTouch(event.occurredAt(), Tie.of(event), Kind.REMOVED, -units));
        case VIEWED -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** With the units of the touch after it, too. */
  CartTouch and(CartTouch next) {
    return new CartTouch(at, tie, kind, milliUnits + next.milliUnits);
  }

  /** A product without a quantity is one unit, and so is a change that names no product. */
  private static long milliUnits(List<Product> products) {
    BigDecimal units = products.isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO;
    for (Product product : products) {
      units =
          units.add(
              product.quantity() == null
                  ? BigDecimal.ONE
                  : product.quantity().max(BigDecimal.ZERO).min(MOST_UNITS));
    }
    return units
        .min(MOST_UNITS)
        .setScale(PLACES, RoundingMode.HALF_UP)
        .movePointRight(PLACES)
        .longValueExact();
  }
}
