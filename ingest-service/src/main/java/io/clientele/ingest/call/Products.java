package io.clientele.ingest.call;

import io.clientele.contract.Product;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.List;

/** Reads products, which every commerce call names alike. */
final class Products {

  private static final String LINES = "products";

  /** Real orders have hundreds of lines. */
  private static final int MOST_LINES = 10_000;

  private Products() {}

  /** The lines of a call, maybe none. */
  static List<Fields> lines(Fields properties) {
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
   * @param prices whether they are in a currency that is known
   */
  static List<Product> of(List<Fields> lines, boolean prices) {
    return lines.stream().map(line -> of(line, prices, null)).toList();
  }

  /** The products of an order, one of each where it does not say. */
  static List<Product> ordered(List<Fields> lines) {
    return lines.stream().map(line -> of(line, true, BigDecimal.ONE)).toList();
  }

  /** The one product of a call. */
  static Product of(Fields fields, boolean prices) {
    return of(fields, prices, null);
  }

  private static Product of(Fields fields, boolean prices, BigDecimal quantityOtherwise) {
    String id = fields.firstId("product_id", "sku");
    if (id == null) {
      throw new Refusal(
          Reason.MISSING_PRODUCT_ID,
          fields.pointer("product_id"),
          "A product needs 'product_id' or 'sku'.");
    }
    BigDecimal quantity = fields.decimal("quantity", Reason.INVALID_VALUE);
    return new Product(
        id,
        fields.label("name"),
        fields.label("category"),
        fields.label("brand"),
        fields.label("variant"),
        prices ? fields.amount("price") : null,
        quantity == null ? quantityOtherwise : quantity);
  }
}
