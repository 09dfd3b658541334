package io.clientele.profile.purchase;

import io.clientele.contract.Product;
import io.clientele.profile.fold.Extent;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Units of one product that refunds of one order name, at one price.
 *
 * @param price what went back for a unit, in the base currency; null where the refund leaves that
 *     to the order
 * @param quantity units, never negative
 */
record ReturnedLine(String product, BigDecimal price, BigDecimal quantity) {

  /** By product, then by price, lowest first and those without one last. */
  static final Comparator<ReturnedLine> ORDER =
      Comparator.comparing(ReturnedLine::product)
          .thenComparing(
              ReturnedLine::price, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()));

  ReturnedLine {
    price = price == null ? null : Amounts.plain(price.max(BigDecimal.ZERO));
    quantity = quantity == null ? BigDecimal.ONE : Amounts.plain(quantity.max(BigDecimal.ZERO));
  }

  static ReturnedLine of(Product product) {
    return new ReturnedLine(product.id(), product.price(), product.quantity());
  }

  /** Both together, where they are of the same product and price. */
  ReturnedLine plus(ReturnedLine other) {
    return new ReturnedLine(product, price, quantity.add(other.quantity));
  }

  /** What it says itself went back: nothing where it leaves the price to the order. */
  BigDecimal ownAmount() {
    return price == null ? BigDecimal.ZERO : price.multiply(quantity);
  }

  /** How many bytes it takes, at most. */
  long extent() {
    return Extent.of(product) + Extent.of(price) + Extent.of(quantity);
  }
}
