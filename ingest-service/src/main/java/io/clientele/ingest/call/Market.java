package io.clientele.ingest.call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and when one event took place, as far as money and phone numbers depend on it: amounts are
 * turned into the base currency at the rates of the event's own day.
 *
 * @param country ISO 3166-1 alpha-2, or null
 * @param base ISO 4217, of every sum of the platform
 * @param usual ISO 4217, of amounts that do not say
 * @param day of the event, in UTC
 */
public record Market(String country, String base, String usual, LocalDate day, Rates rates) {

  /** What the world pays for money. */
  @FunctionalInterface
  public interface Rates {

    /** Knows no currency but the base one. */
    Rates NONE = (amount, currency, base, day) -> Optional.empty();

    /** An amount in the base currency; empty if there is no rate for that day. */
    Optional<BigDecimal> toBase(BigDecimal amount, String currency, String base, LocalDate day);
  }

  public Market {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(usual, "usual");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(rates, "rates");
  }

  /** An amount in the base currency; empty if there is no rate. */
  Optional<BigDecimal> toBase(BigDecimal amount, String currency) {
    return currency.equals(base) ? Optional.of(amount) : rates.toBase(amount, currency, base, day);
  }
}
