package io.clientele.contract;

import java.math.BigDecimal;

/**
 * A product as an event names it; what the shop left out is null.
 *
 * @param id the shop's product id, else its SKU
 * @param name what it is called, in the shop's words
 * @param category where the shop has it
 * @param brand who makes it
 * @param variant which of its forms, such as a size or a colour
 * @param price of one unit, in the base currency
 * @param quantity units; 1 where an order line does not say
 */
public record Product(
    String id,
    String name,
    String category,
    String brand,
    String variant,
    BigDecimal price,
    BigDecimal quantity) {

  public Product {
    Require.text(id, "product id");
  }

  /** A product of which only the id is known. */
  public static Product of(String id) {
    return new Product(id, null, null, null, null, null, null);
  }
}
