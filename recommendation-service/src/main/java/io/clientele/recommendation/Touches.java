package io.clientele.recommendation;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.List;

/**
 * The items that an event says somebody cared for, and whether they were bought; none for most
 * kinds of events.
 */
record Touches(List<String> items, boolean bought) {

  private static final Touches NOTHING = new Touches(List.of(), false);

  Touches {
    items = List.copyOf(items);
  }

  static Touches of(CustomerEvent event) {
    Payload payload = event.payload();
    if (payload instanceof Payload.ProductViewed viewed) {
      return new Touches(List.of(viewed.product().id()), false);
    } else if (payload instanceof Payload.CartChanged cart) {
      return cart.change() == Payload.CartChanged.Change.ADDED
          ? new Touches(ids(cart.products()), false)
          : NOTHING;
    } else if (payload instanceof Payload.OrderCompleted order) {
      return new Touches(ids(order.products()), true);
    } else if (payload instanceof Payload.Engaged engaged) {
      return engaged.kind() == Payload.Engaged.Kind.WISHLIST && engaged.productId() != null
          ? new Touches(List.of(engaged.productId()), false)
          : NOTHING;
    } else {
      return NOTHING;
    }
  }

  private static List<String> ids(List<Product> products) {
    return products.stream().map(Product::id).toList();
  }
}
