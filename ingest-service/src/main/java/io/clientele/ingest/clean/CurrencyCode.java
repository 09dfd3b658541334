package io.clientele.ingest.clean;

import io.clientele.ingest.Currencies;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A currency as its ISO 4217 code. */
public final class CurrencyCode {

  /** The name under which this step is recorded. */
  public static final String RULE = "currency";

  /** Signs of one currency each; $, ¥, kr and their like are signs of many. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("₽", "RUB"),
          Map.entry("₩", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("₫", "VND"),
          Map.entry("₪", "ILS"),
          Map.entry("₱", "PHP"),
          Map.entry("₦", "NGN"),
          Map.entry("₴", "UAH"),
          Map.entry("₸", "KZT"),
          Map.entry("₡", "CRC"),
          Map.entry("₲", "PYG"),
          Map.entry("₵", "GHS"),
          Map.entry("₭", "LAK"),
          Map.entry("₮", "MNT"),
          Map.entry("₼", "AZN"),
          Map.entry("₾", "GEL"),
          Map.entry("฿", "THB"),
          Map.entry("៛", "KHR"),
          Map.entry("ZŁ", "PLN"),
          Map.entry("KČ", "CZK"),
          Map.entry("R$", "BRL"),
          Map.entry("US$", "USD"),
          Map.entry("CA$", "CAD"),
          Map.entry("AU$", "AUD"),
          Map.entry("A$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("MX$", "MXN"),
          Map.entry("CN¥", "CNY"),
          Map.entry("JP¥", "JPY"));

  private static final int MOST_CHARACTERS = 10;

  private CurrencyCode() {}

  /**
   * The code of a currency given by its code in any case, of today or of the past, or by a sign
   * that only one currency has.
   */
  public static Optional<String> of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String code = Text.clean(text).toUpperCase(Locale.ROOT);
    return Currencies.include(code) ? Optional.of(code) : Optional.ofNullable(SIGNS.get(code));
  }
}
