package io.clientele.ingest.source;

import io.clientele.ingest.Currencies;
import java.util.Locale;
import java.util.Set;

/**
 * What a source's events mean where they do not say.
 *
 * @param currency ISO 4217, or null: the platform's base currency
 * @param country ISO 3166-1 alpha-2, or null: unknown
 */
public record Defaults(String currency, String country) {

  /** Nothing but the platform's own. */
  public static final Defaults NONE = new Defaults(null, null);

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public Defaults {
    if (currency != null && !Currencies.include(currency)) {
      throw new IllegalArgumentException("no ISO 4217 currency: '" + currency + "'");
    }
    if (country != null && !isCountry(country)) {
      throw new IllegalArgumentException("no ISO 3166-1 country: '" + country + "'");
    }
  }

  /** Whether this is an ISO 3166-1 alpha-2 code, in capital letters. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }
}
