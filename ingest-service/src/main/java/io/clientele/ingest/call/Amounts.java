package io.clientele.ingest.call;

import io.clientele.contract.Money;
import io.clientele.ingest.Currencies;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What an order earned and what a refund gave back, from whichever figures the shop sent. */
final class Amounts {

  private final Fields properties;
  private final String currency;

  private Amounts(Fields properties, String currency) {
    this.properties = properties;
    this.currency = currency;
  }

  /** The amounts of a call; without a currency they are in the base currency. */
  static Amounts of(Fields properties, String baseCurrency) {
    String named = properties.text("currency");
    if (named == null) {
      return new Amounts(properties, baseCurrency);
    }
    String code = named.toUpperCase(Locale.ROOT);
    if (!Currencies.include(code)) {
      throw new Refusal(
          Reason.UNKNOWN_CURRENCY,
          properties.pointer("currency"),
          "'currency' must be an ISO 4217 code.");
    }
    if (!code.equals(baseCurrency)) {
      throw new Refusal(
          Reason.MISSING_RATE,
          properties.pointer("currency"),
          "There is no exchange rate to " + baseCurrency + "; amounts are not guessed.");
    }
    return new Amounts(properties, code);
  }

  /** Whether a call's prices are in the base currency, as far as it says. */
  static boolean inBaseCurrency(Fields properties, String baseCurrency) {
    String named = properties.text("currency");
    return named == null || named.equalsIgnoreCase(baseCurrency);
  }

  /**
   * {@code revenue}; else {@code total − shipping − tax}; else {@code subtotal − discount}; else Σ
   * price × quantity − {@code discount}.
   */
  Money revenue(List<Fields> lines) {
    BigDecimal amount;
    if (properties.has("revenue")) {
      amount = properties.amount("revenue");
    } else if (properties.has("total")) {
      amount = properties.amount("total").subtract(orZero("shipping")).subtract(orZero("tax"));
    } else if (properties.has("subtotal")) {
      amount = properties.amount("subtotal").subtract(orZero("discount"));
    } else if (!lines.isEmpty()) {
      amount = sum(lines).subtract(orZero("discount"));
    } else {
      throw new Refusal(
          Reason.INVALID_MONEY,
          properties.pointer("revenue"),
          "An order needs 'revenue', 'total', 'subtotal' or products with prices.");
    }
    return notNegative(amount, "revenue");
  }

  /** {@code total}; else Σ price × quantity; else null, which means the whole order. */
  Money refund(List<Fields> lines) {
    if (properties.has("total")) {
      return notNegative(properties.amount("total"), "total");
    }
    return lines.isEmpty() ? null : notNegative(sum(lines), "products");
  }

  private Money notNegative(BigDecimal amount, String name) {
    if (amount.signum() < 0) {
      throw new Refusal(
          Reason.INVALID_MONEY, properties.pointer(name), "The amount must not be negative.");
    }
    return new Money(amount, currency);
  }

  private BigDecimal orZero(String name) {
    BigDecimal amount = properties.amount(name);
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private static BigDecimal sum(List<Fields> lines) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Fields line : lines) {
      BigDecimal price = line.amount("price");
      if (price == null) {
        throw new Refusal(
            Reason.INVALID_MONEY,
            line.pointer("price"),
            "Without an amount of the whole, every line needs its price.");
      }
      BigDecimal quantity = line.decimal("quantity", Reason.INVALID_VALUE);
      sum = sum.add(quantity == null ? price : price.multiply(quantity));
    }
    return sum;
  }
}
