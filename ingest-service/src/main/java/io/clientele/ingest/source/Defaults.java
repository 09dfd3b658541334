package io.clientele.ingest.source;

import io.clientele.ingest.Countries;
import io.clientele.ingest.Currencies;

/**
 * What a source's events mean where they do not say.
 *
 * @param currency ISO 4217, or null: the platform's base currency
 * @param country ISO 3166-1 alpha-2, or null: unknown
 */
public record Defaults(String currency, String country) {

  /** Nothing but the platform's own. */
  public static final Defaults NONE = new Defaults(null, null);

  public Defaults {
    if (currency != null && !Currencies.include(currency)) {
      throw new IllegalArgumentException("no ISO 4217 currency: '" + currency + "'");
    }
    if (country != null && !Countries.include(country)) {
      throw new IllegalArgumentException("no ISO 3166-1 country: '" + country + "'");
    }
  }
}
