package io.clientele.profile.purchase;

import io.clientele.contract.Product;
import io.clientele.profile.fold.Extent;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * One line of an order: what refunds by line and a customer's affinities need of it.
 *
 * @param product the product's id
 * @param category null where unknown, or too long to be kept
 * @param brand null where unknown, or too long to be kept
 * @param price of one unit, in the base currency; null where the shop did not say
 * @param quantity units, never negative
 */
record OrderLine(
    String product, String category, String brand, BigDecimal price, BigDecimal quantity) {

  /** More than any catalogue uses; it bounds what an order's row takes. */
  static final int MOST_CHARACTERS = 200;

  OrderLine {
    quantity = quantity == null ? BigDecimal.ONE : quantity.max(BigDecimal.ZERO);
  }

  static OrderLine of(Product product) {
    return new OrderLine(
        product.id(),
        kept(product.category()),
        kept(product.brand()),
        product.price(),
        product.quantity());
  }

  /** Whether the id of its product is short enough to be kept. */
  static boolean isKept(Product product) {
    return kept(product.id()) != null;
  }

  /** How many bytes it takes, at most. */
  long extent() {
    return Stream.of(product, category, brand, price, quantity).mapToLong(Extent::of).sum();
  }

  private static String kept(String name) {
    return name == null || name.length() > MOST_CHARACTERS ? null : name;
  }
}
