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
  private static final String ID = "item_id";
  private static final String NAME = "item_name";
  private static final String PRODUCTS = "/properties/products";

  /** Names of a product's fields by those of an item's. */
  private static final Map<String, String> NAMES =
      Map.of(
          ID,
          "product_id",
          NAME,
          "name",
          "item_brand",
          "brand",
          "item_category",
          "category",
          "item_variant",
          "variant",
          "index",
          "position",
          "discount",
          "unit_discount");

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
      draft.note(PRODUCTS + "/" + index, ITEMS + "/" + index);
      note(draft, PRODUCTS + "/" + index, items.get(index), index);
      products.add(product(items.get(index)));
    }
  }

  /** Puts the first of the items, if there is one, beside the other properties of a call. */
  static void putOne(JsonNode items, Draft draft, ObjectNode properties) {
    draft.note("/properties/product_id", ITEMS);
    if (items.has(0)) {
      properties.setAll(product(items.get(0)));
      properties.fieldNames().forEachRemaining(name -> noteField(items.get(0), name, draft));
      note(draft, "/properties", items.get(0), 0);
    }
  }

  private static void noteField(JsonNode item, String name, Draft draft) {
    if (item.has(name)) {
      String step = new Fields(item, "").pointer(name);
      draft.note("/properties" + step, ITEMS + "/0" + step);
    }
  }

  private static void note(Draft draft, String product, JsonNode item, int index) {
    String place = ITEMS + "/" + index + "/";
    NAMES.forEach((from, to) -> draft.note(product + "/" + to, place + from));
    if (isKnownByName(item)) {
      draft.note(product + "/" + idField(item), place + NAME);
    }
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
    if (isKnownByName(item)) {
      product.set(idField(item), item.get(NAME));
    }
    return product;
  }

  private static boolean isKnownByName(JsonNode item) {
    Fields fields = new Fields(item, "");
    return fields.text(ID) == null && fields.text(NAME) != null;
  }

  /** A blank id stays where it is, for the judge to find, and the next field has the name. */
  private static String idField(JsonNode item) {
    return item.path(ID).isTextual() ? "sku" : "product_id";
  }
}
