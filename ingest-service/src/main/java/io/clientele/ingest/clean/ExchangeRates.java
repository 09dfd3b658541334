package io.clientele.ingest.clean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a euro was worth on each day on which the European Central Bank said so.
 *
 * <p>It does so on working days of the TARGET system at about 16:00 CET
 * (ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates). TARGET rests
 * longest over Easter, from Good Friday to Monday, and when Christmas meets a weekend: four days,
 * so that until Tuesday afternoon the newest rate is five days old.
 */
public final class ExchangeRates {

  /** The name under which a conversion is recorded. */
  public static final String RULE = "money";

  /** No rate of any day. */
  public static final ExchangeRates NONE = new Builder().build();

  /** What rates are quoted against. */
  private static final String EURO = "EUR";

  private static final int OLDEST_DAYS = 5;

  private final Map<String, Integer> columns;
  private final NavigableMap<LocalDate, Quotes> days;

  private ExchangeRates(Map<String, Integer> columns, NavigableMap<LocalDate, Quotes> days) {
    this.columns = columns;
    this.days = days;
  }

  /** On how many days rates were published. */
  public int days() {
    return days.size();
  }

  /**
   * An amount in the base currency: exact if it only has to be multiplied, else to 34 digits
   * ({@link MathContext#DECIMAL128}). The rates are those of the day, else of the newest of the
   * five days before it that has both; empty if there is none. A later rate is never used.
   *
   * @param currency ISO 4217, of the amount
   * @param base ISO 4217, of the result
   */
  public Optional<BigDecimal> toBase(
      BigDecimal amount, String currency, String base, LocalDate day) {
    if (currency.equals(base)) {
      return Optional.of(amount);
    }
    return days
        .subMap(day.minusDays(OLDEST_DAYS), true, day, true)
        .descendingMap()
        .values()
        .stream()
        .filter(quotes -> has(quotes, currency) && has(quotes, base))
        .findFirst()
        .map(quotes -> converted(amount, quotes, currency, base));
  }

  private BigDecimal converted(BigDecimal amount, Quotes quotes, String currency, String base) {
    BigDecimal product = base.equals(EURO) ? amount : amount.multiply(rate(quotes, base));
    return currency.equals(EURO)
        ? product
        : product.divide(rate(quotes, currency), MathContext.DECIMAL128);
  }

  private boolean has(Quotes quotes, String currency) {
    Integer column = columns.get(currency);
    return currency.equals(EURO) || (column != null && quotes.has(column));
  }

  private BigDecimal rate(Quotes quotes, String currency) {
    return quotes.rate(columns.get(currency));
  }

  /** One day's rates by column, as small as they can be: a quarter of a century has 200,000. */
  private static final class Quotes {

    private final long[] digits;
    private final byte[] scales;

    Quotes(long[] digits, byte[] scales) {
      this.digits = digits;
      this.scales = scales;
    }

    boolean has(int column) {
      return column < digits.length && digits[column] != 0;
    }

    BigDecimal rate(int column) {
      return BigDecimal.valueOf(digits[column], scales[column]);
    }
  }

  /** Gathers rates in any order. */
  public static final class Builder {

    /** A rate has six significant digits; 18 fit into a long. */
    private static final int MOST_DIGITS = 18;

    private final Map<String, Integer> columns = new HashMap<>();
    private final NavigableMap<LocalDate, Quotes> days = new TreeMap<>();

    /**
     * Adds what was published on one day: units of each currency for a euro.
     *
     * @throws IllegalArgumentException if the day is there already, or a rate is not above zero,
     *     has more than 18 digits or belongs to the euro
     */
    public void add(LocalDate day, Map<String, BigDecimal> rates) {
      if (days.containsKey(day)) {
        throw new IllegalArgumentException("the day " + day + " is there twice");
      }
      rates.keySet().forEach(currency -> columns.putIfAbsent(currency, columns.size()));
      long[] digits = new long[columns.size()];
      byte[] scales = new byte[columns.size()];
      rates.forEach(
          (currency, rate) -> {
            require(currency, rate);
            int column = columns.get(currency);
            digits[column] = rate.unscaledValue().longValueExact();
            scales[column] = (byte) rate.scale();
          });
      days.put(day, new Quotes(digits, scales));
    }

    /** The table of what was added so far; the builder is used up. */
    public ExchangeRates build() {
      return new ExchangeRates(columns, days);
    }

    private static void require(String currency, BigDecimal rate) {
      boolean bounded =
          rate.precision() <= MOST_DIGITS && rate.scale() >= 0 && rate.scale() <= MOST_DIGITS;
      if (currency.equals(EURO) || rate.signum() <= 0 || !bounded) {
        throw new IllegalArgumentException("the rate of " + currency + " cannot be " + rate);
      }
    }
  }
}
