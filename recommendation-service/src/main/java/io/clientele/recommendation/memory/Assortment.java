package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Product;

/** What the shop sells, by its own word, within its share of the budget. */
final class Assortment {

  /** Of the budget: half of what all names may take. Names of items stay within half of that. */
  private static final int CATALOGUE_SHARE = 4;

  private final long mostBytes;
  private final Catalogue catalogue;
  private final Keyed<Boolean> withdrawn = new Keyed<>();

  Assortment(Items items, long budgetBytes) {
    this.mostBytes = budgetBytes / CATALOGUE_SHARE;
    this.catalogue = new Catalogue(items);
  }

  /** What is said of items. */
  Catalogue catalogue() {
    return catalogue;
  }

  boolean isWithdrawn(String itemId) {
    return withdrawn.get(key(itemId)) != null;
  }

  /**
   * The shop describes an item, or withdraws it.
   *
   * @param hasRoom whether one more may be withdrawn
   * @return how much of that there was no room for, 0 to 2: to say that it is withdrawn, or to
   *     describe it, be it but for its name
   */
  int learn(CatalogItem item, boolean hasRoom) {
    boolean isKept = !item.withdrawn() || hasRoom || isWithdrawn(item.itemId());
    if (isKept) {
      withdrawn.put(key(item.itemId()), item.withdrawn() ? true : null);
    }
    boolean isDescribed = hasRoomFor(item.itemId());
    boolean isNamed = item.name() == null || hasRoomForNames();
    if (isDescribed) {
      catalogue.put(item, isNamed);
    }
    return (isKept ? 0 : 1) + (isDescribed && isNamed ? 0 : 1);
  }

  /**
   * An event speaks of an item. What only an id says is worth no room, nor is what there is no room
   * for worth a count.
   */
  void hear(Product product, long moment) {
    boolean isSaid = product.category() != null || product.name() != null;
    if (isSaid && hasRoomFor(product.id())) {
      catalogue.hear(product, moment, hasRoomForNames());
    }
  }

  /** The catalogue no longer speaks of an item. */
  void remove(String itemId) {
    withdrawn.put(key(itemId), null);
    catalogue.remove(itemId);
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return withdrawn.bytes() + catalogue.bytes();
  }

  private boolean hasRoomFor(String itemId) {
    return catalogue.bytesOfAll() < mostBytes || catalogue.of(itemId) != null;
  }

  private boolean hasRoomForNames() {
    return catalogue.bytesOfAll() < mostBytes / 2;
  }

  private static long key(String itemId) {
    return Hashes.of('i', itemId);
  }
}
