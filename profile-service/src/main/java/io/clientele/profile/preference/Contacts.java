package io.clientele.profile.preference;

import io.clientele.profile.fold.Extent;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one event or one order adds to each kind of preference; collected, then added at once. */
final class Contacts {

  /** Of a name in JSON; what is longer is a text and no category. */
  static final int MOST_NAME_BYTES = 200;

  private final SortedMap<String, Decayed> categories = new TreeMap<>();
  private final SortedMap<String, Decayed> brands = new TreeMap<>();
  private final SortedMap<String, Decayed> priceLevels = new TreeMap<>();

  /** A product or a list; what is unknown of it is null. */
  Contacts with(Contact contact, HalfLives time, String category, String brand, BigDecimal price) {
    Decayed one = Decayed.of(contact.weight(), time);
    count(categories, category, one);
    count(brands, brand, one);
    count(priceLevels, PriceLevel.of(price), one);
    return this;
  }

  SortedMap<String, Decayed> categories() {
    return categories;
  }

  SortedMap<String, Decayed> brands() {
    return brands;
  }

  SortedMap<String, Decayed> priceLevels() {
    return priceLevels;
  }

  private static void count(SortedMap<String, Decayed> sums, String name, Decayed one) {
    if (name != null && !name.isBlank() && Extent.of(name) <= MOST_NAME_BYTES) {
      sums.merge(name, one, Decayed::plus);
    }
  }
}
