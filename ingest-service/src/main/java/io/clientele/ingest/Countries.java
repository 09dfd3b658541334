package io.clientele.ingest;

import java.util.Locale;
import java.util.Set;

/** The countries that there are. */
public final class Countries {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private Countries() {}

  /** Whether this is an ISO 3166-1 alpha-2 code, in capital letters. */
  public static boolean include(String code) {
    return CODES.contains(code);
  }
}
