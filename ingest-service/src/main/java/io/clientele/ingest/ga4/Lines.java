package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import java.util.Map;

/** Reads {@code items} as products. */
final class Lines {

  private static final String ITEMS = "/params/items";
  private static final String PRODUCTS = "/properties/products";

  /** Names of a product's fields by those of an item's. */
  private static final Map<String, String> NAMES =
      Map.of(
          "item_id", "product_id",
          "item_name", "name",
          "item_brand", "brand",
          "item_category", "category",
          "item_variant", "variant",
          "index", "position");

  private Lines() {}

  /** Puts all of the items into the properties of a call. */
  static void put(JsonNode items, Draft draft, ObjectNode properties) {
    draft.note(PRODUCTS, ITEMS);
    draft.note("/properties/product_id", ITEMS);
    if (!items.isArray()) {
      return;
    }
    ArrayNode products = properties.putArray("products");
    for (int index = 0; index < items.size(); index++) {
      note(draft, PRODUCTS + "/" + index, index);
      products.add(product(items.get(index)));
    }
  }

  /** Puts the first of the items, if there is one, beside the other properties of a call. */
  static void putOne(JsonNode items, Draft draft, ObjectNode properties) {
    draft.note("/properties/product_id", ITEMS);
    if (items.has(0)) {
      properties.setAll(product(items.get(0)));
      properties.fieldNames().forEachRemaining(name -> noteField(items.get(0), name, draft));
      NAMES.forEach((from, to) -> draft.note("/properties/" + to, ITEMS + "/0/" + from));
    }
  }

  private static void noteField(JsonNode item, String name, Draft draft) {
    if (item.has(name)) {
      String step = new Fields(item, "").pointer(name);
      draft.note("/properties" + step, ITEMS + "/0" + step);
    }
  }

  private static void note(Draft draft, String product, int index) {
    String item = ITEMS + "/" + index;
    draft.note(product, item);
    NAMES.forEach((from, to) -> draft.note(product + "/" + to, item + "/" + from));
  }

  /** Google wants an id or a name; by the name a product is known where it has no id. */
  private static ObjectNode product(JsonNode item) {
    ObjectNode product = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : item.properties()) {
      if (!NAMES.containsKey(field.getKey())) {
        product.set(field.getKey(), field.getValue());
      }
    }
    NAMES.forEach(
        (from, to) -> {
          if (item.hasNonNull(from)) {
            product.set(to, item.get(from));
          }
        });
    Fields fields = new Fields(item, "");
    if (fields.text("item_id") == null && fields.text("item_name") != null) {
      product.set("product_id", item.get("item_name"));
    }
    return product;
  }
}
