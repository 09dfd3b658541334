package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often the customer came into contact with products of a category: a view of a product or of
 * the category's list, an addition to the cart, a line of an order. Only events that name the
 * category tell. The lines of orders stand with their order, since a second report replaces the
 * first.
 *
 * @param contacts by category; of more than {@link #MOST_CATEGORIES} the first by name
 */
record CategoryContacts(SortedMap<String, Long> contacts) implements Family<CategoryContacts> {

  static final CategoryContacts ZERO = new CategoryContacts(null);

  /**
   * Bounds the state of a customer whose tracker puts anything into the category. Only a rule that
   * looks at nothing but the names keeps every count exact in any order of events.
   */
  static final int MOST_CATEGORIES = 1_000;

  /** Of a name in JSON; what is longer is no category and is not counted. */
  static final int MOST_NAME_BYTES = 200;

  CategoryContacts {
    contacts = SortedMaps.copy(contacts);
  }

  /** One contact a product that names its category. */
  static CategoryContacts of(List<Product> products) {
    return ZERO.with(products.stream().map(Product::category));
  }

  @Override
  public CategoryContacts add(CustomerEvent event) {
    return with(categories(event.payload()));
  }

  @Override
  public CategoryContacts merge(CategoryContacts other) {
    return bounded(new TreeMap<>(SortedMaps.merged(contacts, other.contacts, Long::sum)));
  }

  private CategoryContacts with(Stream<String> categories) {
    NavigableMap<String, Long> counts = new TreeMap<>(contacts);
    categories
        .filter(category -> category != null && Extent.of(category) <= MOST_NAME_BYTES)
        .forEach(category -> counts.merge(category, 1L, Long::sum));
    return counts.equals(contacts) ? this : bounded(counts);
  }

  private static CategoryContacts bounded(NavigableMap<String, Long> counts) {
    while (counts.size() > MOST_CATEGORIES) {
      counts.pollLastEntry();
    }
    return new CategoryContacts(counts);
  }

  private static Stream<String> categories(Payload payload) {
    if (payload instanceof Payload.ProductViewed viewed) {
      return Stream.ofNullable(viewed.product().category());
    } else if (payload instanceof Payload.ProductListViewed list) {
      return Stream.ofNullable(list.category());
    } else if (payload instanceof Payload.CartChanged cart
        && cart.change() == Payload.CartChanged.Change.ADDED) {
      return cart.products().stream().map(Product::category);
    }
    return Stream.empty();
  }
}
