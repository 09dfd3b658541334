package io.clientele.contract.profile;

import java.util.List;

/**
 * What the customer is drawn to, at the time for which the profile is asked: of each the 20 with
 * the greatest share, the greatest first.
 *
 * @param categories of products and of lists
 * @param brands of products
 * @param priceLevels bands of a unit's price in the base currency, the lower end within: {@code
 *     0-10}, {@code 10-25}, {@code 25-50}, {@code 50-100}, {@code 100-250}, {@code 250+}
 * @param channels where the customer meets the shop
 */
public record Preferences(
    List<Affinity> categories,
    List<Affinity> brands,
    List<Affinity> priceLevels,
    List<Affinity> channels) {

  public Preferences {
    categories = copy(categories);
    brands = copy(brands);
    priceLevels = copy(priceLevels);
    channels = copy(channels);
  }

  private static List<Affinity> copy(List<Affinity> affinities) {
    return affinities == null ? List.of() : List.copyOf(affinities);
  }
}
