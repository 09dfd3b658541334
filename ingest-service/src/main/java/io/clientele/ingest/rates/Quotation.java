package io.clientele.ingest.rates;

import io.clientele.ingest.clean.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One day's rates while they are read, with the line of their file in every fault. */
final class Quotation {

  /** Longer than any rate is written; what a number may cost grows by the square of its length. */
  private static final int MOST_CHARACTERS = 30;

  private final LocalDate day;
  private final int line;
  private final Map<String, BigDecimal> rates = new HashMap<>();

  /** The rates of a day, which stands in this line. */
  Quotation(LocalDate day, int line) {
    this.day = day;
    this.line = line;
  }

  /** Takes one rate. */
  void add(String currency, String rate) throws FaultyRatesException {
    if (!isCode(currency)) {
      throw new FaultyRatesException(line, "a currency is not three capital letters");
    }
    if (rate.length() > MOST_CHARACTERS) {
      throw new FaultyRatesException(line, "the rate of " + currency + " is too long");
    }
    try {
      if (rates.put(currency, new BigDecimal(rate)) != null) {
        throw new FaultyRatesException(line, currency + " is there twice");
      }
    } catch (NumberFormatException e) {
      throw new FaultyRatesException(line, "the rate of " + currency + " is no number");
    }
  }

  /** Adds the day to a table. */
  void addTo(ExchangeRates.Builder table) throws FaultyRatesException {
    try {
      table.add(day, rates);
    } catch (IllegalArgumentException e) {
      throw new FaultyRatesException(line, e.getMessage());
    }
  }

  /** Whether this can be an ISO 4217 code; which there are changes sooner than a JDK. */
  static boolean isCode(String currency) {
    return currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
