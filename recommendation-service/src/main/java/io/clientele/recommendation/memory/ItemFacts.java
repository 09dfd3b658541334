package io.clientele.recommendation.memory;

/**
 * What the catalogue says of an item, or the newest event where the catalogue is silent.
 *
 * @param category its number, to be had from {@link ShopView#category}; {@link ShopView#UNKNOWN}
 *     where the shop did not say
 * @param brand the same; numbers of brands are only good for being equal
 * @param price of one unit in the currency that the catalogue sent, in the base currency where an
 *     event said it; above 0; NaN where nobody did
 * @param words of its name, as hashes, ascending, each once
 * @param name null where the shop did not say or there was no room for it
 * @param moment of the event that says so, as {@link Steps} order events; {@link #LISTED} for the
 *     catalogue
 */
@SuppressWarnings("ArrayRecordComponent") // read by every query, never compared
public record ItemFacts(
    int category, int brand, double price, int[] words, String name, long moment) {

  /** Later than any event. */
  static final long LISTED = Long.MAX_VALUE;

  /** Whether the catalogue says so. */
  boolean isListed() {
    return moment == LISTED;
  }

  /** Whether the shop has both in one category. */
  public boolean sharesCategory(ItemFacts other) {
    return category != ShopView.UNKNOWN && category == other.category;
  }

  /** Whether both are of one brand. */
  public boolean sharesBrand(ItemFacts other) {
    return brand != ShopView.UNKNOWN && brand == other.brand;
  }

  /** Of all words in either name, how many are in both, 0 to 1 (Jaccard). */
  public double sharedWords(ItemFacts other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      int order = Integer.compare(words[i], other.words[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = words.length + other.words.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
