package io.clientele.contract.profile;

import java.util.Comparator;

/**
 * Where something happened; of a region or city that nobody named, null. Places are ordered by
 * their names, a place of which less is known before those within it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region the part of the country: ISO 3166-2, or as the shop names it
 * @param city as the shop names it
 */
public record Place(String country, String region, String city) implements Comparable<Place> {

  private static final Comparator<String> NAMES = Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::country, NAMES)
          .thenComparing(Place::region, NAMES)
          .thenComparing(Place::city, NAMES);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
