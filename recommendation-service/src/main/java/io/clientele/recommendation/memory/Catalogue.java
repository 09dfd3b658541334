package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;

/**
 * What the shop says of its items, by the hash of their ids, so that millions that nobody touched
 * take little room. One thread changes it, any reads.
 */
final class Catalogue {

  /** The facts and the header of their words. */
  private static final int FACTS_BYTES = 56;

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
    ItemFacts after = facts(item, keepsName);
    replace(item.itemId(), after);
    if (after != null && after.category() != Items.UNKNOWN && !item.withdrawn()) {
      newcomers.add(after.category(), item.itemId(), item.updatedAt().toEpochMilli());
    }
  }

  /** Nothing is said of the item any more. */
  void remove(String itemId) {
    replace(itemId, null);
  }

  /** An estimate of the heap taken, but for the texts of items that nobody touched. */
  long bytes() {
    return bytes + facts.bytes() + categories.bytes() + brands.bytes() + newcomers.bytes();
  }

  /** The same with them. */
  long bytesOfAll() {
    return bytes() + newcomers.bytesOfTexts();
  }

  /** Null where the shop says nothing but the id. */
  private ItemFacts facts(CatalogItem item, boolean keepsName) {
    if (item.name() == null
        && item.category() == null
        && item.brand() == null
        && item.price() == null) {
      return null;
    }
    double price = item.price() == null ? 0 : item.price().amount().doubleValue();
    return new ItemFacts(
        retain(categories, item.category()),
        retain(brands, item.brand()),
        price > 0 ? price : Double.NaN,
        Words.of(item.name()),
        keepsName ? item.name() : null);
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
