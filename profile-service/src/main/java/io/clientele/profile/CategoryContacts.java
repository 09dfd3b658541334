package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How often the customer came into contact with products of a category: a view of a product or of
 * the category's list, an addition to the cart, a line of an order. Only events that name the
 * category tell; an order reported twice tells twice.
 *
 * @param contacts by category
 */
record CategoryContacts(SortedMap<String, Long> contacts) implements Family<CategoryContacts> {

  static final CategoryContacts ZERO = new CategoryContacts(null);

  CategoryContacts {
    contacts = SortedMaps.copy(contacts);
  }

  @Override
  public CategoryContacts add(CustomerEvent event) {
    List<String> named = categories(event.payload()).filter(Objects::nonNull).toList();
    SortedMap<String, Long> counts = contacts;
    for (String category : named) {
      counts = SortedMaps.with(counts, category, counts.getOrDefault(category, 0L) + 1);
    }
    return named.isEmpty() ? this : new CategoryContacts(counts);
  }

  @Override
  public CategoryContacts merge(CategoryContacts other) {
    return new CategoryContacts(SortedMaps.merged(contacts, other.contacts, Long::sum));
  }

  private static Stream<String> categories(Payload payload) {
    if (payload instanceof Payload.ProductViewed viewed) {
      return Stream.ofNullable(viewed.product().category());
    } else if (payload instanceof Payload.ProductListViewed list) {
      return Stream.ofNullable(list.category());
    } else if (payload instanceof Payload.CartChanged cart
        && cart.change() == Payload.CartChanged.Change.ADDED) {
      return cart.products().stream().map(Product::category);
    } else if (payload instanceof Payload.OrderCompleted order) {
      return order.products().stream().map(Product::category);
    }
    return Stream.empty();
  }
}
