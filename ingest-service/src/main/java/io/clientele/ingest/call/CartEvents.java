package io.clientele.ingest.call;

import io.clientele.contract.Payload.CartChanged;
import io.clientele.contract.Payload.CartChanged.Change;
import io.clientele.contract.Payload.CheckoutStarted;
import io.clientele.contract.Product;
import java.util.List;
import java.util.Map;

/** Carts and checkouts. */
final class CartEvents {

  private CartEvents() {}

  /** By event name in lower case, v2 names and their v1 aliases. */
  static Map<String, TrackTranslator> table() {
    TrackTranslator added = (properties, market) -> changed(Change.ADDED, properties, market);
    TrackTranslator removed = (properties, market) -> changed(Change.REMOVED, properties, market);
    return Map.of(
        "product added", added,
        "added product", added,
        "wishlist product added to cart", added,
        "product removed", removed,
        "removed product", removed,
        "cart viewed", CartEvents::viewed,
        "checkout started", CartEvents::checkoutStarted,
        "started order", CartEvents::checkoutStarted);
  }

  /** Segment names the one product in the properties; other clients put several at once. */
  private static Translation changed(Change change, Fields properties, Market market) {
    List<Product> several = lines(properties, market);
    List<Product> products =
        several.isEmpty()
            ? List.of(Products.of(properties, Amounts.prices(properties, market)))
            : several;
    return Translation.of(new CartChanged(properties.id("cart_id"), change, products));
  }

  private static Translation viewed(Fields properties, Market market) {
    return Translation.of(
        new CartChanged(properties.id("cart_id"), Change.VIEWED, lines(properties, market)));
  }

  private static Translation checkoutStarted(Fields properties, Market market) {
    return Translation.of(
        new CheckoutStarted(properties.id("order_id"), lines(properties, market)));
  }

  private static List<Product> lines(Fields properties, Market market) {
    return Products.of(Products.lines(properties), Amounts.prices(properties, market));
  }
}
