package io.clientele.contract.profile;

import java.time.Instant;

/**
 * Where the customer is. All is null where no event named a country.
 *
 * @param last the place of the newest event that names a country
 * @param lastAt when that event occurred
 * @param usual the country that most events name, within it the city that most name, and the region
 *     of that city
 * @param usualShare which part of all events that name a country happened in {@code usual}, as far
 *     as it is named: more than 0, at most 1
 */
public record Geography(Place last, Instant lastAt, Place usual, Double usualShare) {

  /** Of a customer of whom no place is known. */
  public static final Geography UNKNOWN = new Geography(null, null, null, null);
}
