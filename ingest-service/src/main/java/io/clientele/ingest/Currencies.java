package io.clientele.ingest;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies that there are. */
public final class Currencies {

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** Whether this is an ISO 4217 code, in capital letters. */
  public static boolean include(String code) {
    return CODES.contains(code);
  }

  /**
   * The platform's base currency as it is configured.
   *
   * @throws IllegalArgumentException if it is no ISO 4217 code, since every order would fail later
   */
  public static String base(String configured) {
    if (!include(configured)) {
      throw new IllegalArgumentException(
          "clientele.base-currency must be an ISO 4217 code in capital letters, such as USD, not '"
              + configured
              + "'");
    }
    return configured;
  }
}
