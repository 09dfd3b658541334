package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Product;
import java.math.BigDecimal;

/**
 * What the shop says of its items, by the hash of their ids, so that millions that nobody touched
 * take little room; of those that it does not list what events say, as long as they are remembered.
 * One thread changes it, any reads.
 */
final class Catalogue {

  /** The facts and the header of their words. */
  private static final int FACTS_BYTES = 64;

  /** Of a name beside its characters. */
  private static final int NAME_BYTES = 40;

  private final Keyed<ItemFacts> facts = new Keyed<>();
  private final Items categories = new Items();
  private final Items brands = new Items();
  private final Newcomers newcomers;
  private long bytes;

  /**
   * An empty one.
   *
   * @param items gives numbers to what nobody touched yet
   */
  Catalogue(Items items) {
    this.newcomers = new Newcomers(items);
  }

  /** What is said of an item; null where nothing is. */
  ItemFacts of(String itemId) {
    return facts.get(key(itemId));
  }

  /** A category's number, or {@link Items#UNKNOWN}. */
  int findCategory(String category) {
    return categories.find(category);
  }

  /** A category's name; null where it left a moment ago. */
  String category(int number) {
    return number == Items.UNKNOWN ? null : categories.text(number);
  }

  /** The items of a category that were told of last, the newest first. */
  int[] newcomers(int category) {
    return newcomers.of(category);
  }

  /**
   * Replaces what is said of an item.
   *
   * @param keepsName whether there is room for its name
   */
  void put(CatalogItem item, boolean keepsName) {
    BigDecimal price = item.price() == null ? null : item.price().amount();
    Product said =
        new Product(item.itemId(), item.name(), item.category(), item.brand(), null, price, null);
    if (said.equals(Product.of(item.itemId()))) {
      remove(item.itemId());
      return;
    }
    ItemFacts after = facts(said, ItemFacts.LISTED, keepsName);
    replace(item.itemId(), after);
    if (after.category() != Items.UNKNOWN && !item.withdrawn()) {
      newcomers.add(after.category(), item.itemId(), item.updatedAt().toEpochMilli());
    }
  }

  /** The catalogue says nothing of the item any more. */
  void remove(String itemId) {
    ItemFacts before = of(itemId);
    if (before != null && before.isListed()) {
      replace(itemId, null);
    }
  }

  /** Takes in what an event says of an item, unless the catalogue or a newer one spoke of it. */
  void hear(Product product, long moment, boolean keepsName) {
    ItemFacts before = of(product.id());
    if (before == null || before.moment() < moment) {
      replace(product.id(), facts(product, moment, keepsName));
    }
  }

  /** Nobody remembers the item's events any more. */
  void unhear(String itemId) {
    ItemFacts before = of(itemId);
    if (before != null && !before.isListed()) {
      replace(itemId, null);
    }
  }

  /** An estimate of the heap taken, but for the texts of items that nobody touched. */
  long bytes() {
    return bytes + facts.bytes() + categories.bytes() + brands.bytes() + newcomers.bytes();
  }

  /** The same with them. */
  long bytesOfAll() {
    return bytes() + newcomers.bytesOfTexts();
  }

  private ItemFacts facts(Product said, long moment, boolean keepsName) {
    double price = said.price() == null ? 0 : said.price().doubleValue();
    return new ItemFacts(
        retain(categories, said.category()),
        retain(brands, said.brand()),
        price > 0 ? price : Double.NaN,
        Words.of(said.name()),
        keepsName ? said.name() : null,
        moment);
  }

  private void replace(String itemId, ItemFacts after) {
    ItemFacts before = of(itemId);
    if (after != null) {
      bytes += bytesOf(after);
    }
    facts.put(key(itemId), after);
    if (before == null) {
      return;
    }
    bytes -= bytesOf(before);
    if (before.category() != Items.UNKNOWN) {
      newcomers.remove(before.category(), itemId);
      categories.release(before.category());
    }
    if (before.brand() != Items.UNKNOWN) {
      brands.release(before.brand());
    }
  }

  private static int retain(Items names, String name) {
    return name == null ? Items.UNKNOWN : names.retain(name);
  }

  private static long bytesOf(ItemFacts facts) {
    int name = facts.name() == null ? 0 : NAME_BYTES + facts.name().length();
    return FACTS_BYTES + (long) Integer.BYTES * facts.words().length + name;
  }

  private static long key(String itemId) {
    return Hashes.of('i', itemId);
  }
}
