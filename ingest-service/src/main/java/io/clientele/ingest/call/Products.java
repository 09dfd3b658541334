package io.clientele.ingest.call;

import io.clientele.contract.Product;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads products, which every commerce call names alike. */
final class Products {

  private static final String LINES = "products";

  /** Real orders have hundreds of lines. */
  private static final int MOST_LINES = 10_000;

  private Products() {}

  /** The lines of a call, maybe none. */
  static List<Fields> lines(Fields properties) {
    properties.requireArray(LINES);
    List<Fields> lines = properties.objects(LINES);
    if (lines.size() > MOST_LINES) {
      throw new Refusal(
          Reason.TOO_MANY,
          properties.pointer(LINES),
          "A call may list " + MOST_LINES + " products.");
    }
    return lines;
  }

  /**
   * The products of a list or cart.
   *
   * @param prices turns a price into one in the base currency, or null
   */
  static List<Product> of(List<Fields> lines, UnaryOperator<BigDecimal> prices) {
    return lines.stream().map(line -> of(line, prices, null)).toList();
  }

  /** The products of an order, one of each where it does not say. */
  static List<Product> ordered(List<Fields> lines, UnaryOperator<BigDecimal> prices) {
    return lines.stream().map(line -> of(line, prices, BigDecimal.ONE)).toList();
  }

  /** The one product of a call. */
  static Product of(Fields fields, UnaryOperator<BigDecimal> prices) {
    return of(fields, prices, null);
  }

  /** The id of a product, or null. */
  static String idOrNull(Fields fields) {
    return fields.firstId("product_id", "sku");
  }

  /** The id of a product, which every one must have. */
  static String id(Fields fields) {
    String id = idOrNull(fields);
    if (id == null) {
      throw new Refusal(
          Reason.MISSING_PRODUCT_ID,
          fields.pointer("product_id"),
          "A product needs 'product_id' or 'sku'.");
    }
    return id;
  }

  /** Of a line, or null. Its price may be below zero, as that of a voucher; units may not. */
  static BigDecimal quantity(Fields line) {
    BigDecimal quantity = line.decimal("quantity", Reason.INVALID_VALUE);
    if (quantity != null && quantity.signum() < 0) {
      throw new Refusal(
          Reason.INVALID_VALUE, line.pointer("quantity"), "A quantity must not be negative.");
    }
    return quantity;
  }

  private static Product of(
      Fields fields, UnaryOperator<BigDecimal> prices, BigDecimal quantityOtherwise) {
    String id = id(fields);
    BigDecimal price = fields.amount("price");
    BigDecimal quantity = quantity(fields);
    return new Product(
        id,
        fields.label("name"),
        fields.label("category"),
        fields.label("brand"),
        fields.label("variant"),
        price == null ? null : prices.apply(price),
        quantity == null ? quantityOtherwise : quantity);
  }
}
