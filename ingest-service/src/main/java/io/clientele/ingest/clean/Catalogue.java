package io.clientele.ingest.clean;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills what an event leaves out of its products from what the shop sells: name, category and
 * brand. Never the price, since today's need not be what the customer saw.
 */
public final class Catalogue {

  /** The name of this step. */
  public static final String RULE = "catalogue";

  /** In all products of an event together, so that the event stays within a record's size. */
  private static final int MOST_CHARACTERS = 150_000;

  /** What writing down a change takes. */
  private static final int CHANGE_CHARACTERS = 100;

  private final Function<String, Optional<CatalogItem>> items;
  private final List<Change> changes = new ArrayList<>();
  private int place;
  private int characters;

  private Catalogue(Function<String, Optional<CatalogItem>> items) {
    this.items = items;
  }

  /**
   * The event with its products filled.
   *
   * @param items what is known of a product id
   */
  public static CustomerEvent fill(
      CustomerEvent event, Function<String, Optional<CatalogItem>> items) {
    Catalogue catalogue = new Catalogue(items);
    Payload filled = event.payload().withProducts(catalogue::fill);
    return catalogue.changes.isEmpty() ? event : event.with(filled, catalogue.changes);
  }

  private Product fill(Product product) {
    String pointer = "/payload/products/" + place;
    place++;
    if (product.name() != null && product.category() != null && product.brand() != null) {
      return product;
    }
    CatalogItem item = items.apply(product.id()).orElse(null);
    if (item == null) {
      return product;
    }
    List<String> filled = new ArrayList<>();
    Product whole =
        new Product(
            product.id(),
            filled(product.name(), item.name(), "name", filled),
            filled(product.category(), item.category(), "category", filled),
            filled(product.brand(), item.brand(), "brand", filled),
            product.variant(),
            product.price(),
            product.quantity());
    if (filled.isEmpty()) {
      return product;
    }
    characters += CHANGE_CHARACTERS;
    changes.add(new Change(pointer, null, String.join(", ", filled), RULE));
    return whole;
  }

  private String filled(String sent, String known, String name, List<String> filled) {
    if (sent != null || known == null || characters + known.length() > MOST_CHARACTERS) {
      return sent;
    }
    characters += known.length();
    filled.add(name);
    return known;
  }
}
