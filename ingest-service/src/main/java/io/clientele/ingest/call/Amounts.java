package io.clientele.ingest.call;

import io.clientele.contract.Money;
import io.clientele.ingest.Reason;
import io.clientele.ingest.clean.CurrencyCode;
import io.clientele.ingest.clean.ExchangeRates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an order earned and what a refund gave back, from whichever figures the shop sent. */
final class Amounts {

  /**
   * What something is worth.
   *
   * @param inBase in the base currency
   * @param charged in the currency that the shop named, or null where that is the base one
   */
  record Worth(Money inBase, Money charged) {}

  private static final String CURRENCY = "currency";
  private static final String DISCOUNT = "discount";

  /** Of a line, off each of its units, as Google has it. */
  private static final String UNIT_DISCOUNT = "unit_discount";

  /** The rule by which prices that nobody pays yet are dropped, where there is no rate. */
  private static final String NO_RATE = "no-rate";

  private final Fields properties;
  private final String currency;
  private final Market market;

  private Amounts(Fields properties, String currency, Market market) {
    this.properties = properties;
    this.currency = currency;
    this.market = market;
  }

  /**
   * The amounts of a call whose money counts.
   *
   * @throws Refusal if the currency is none, or has no rate on that day
   */
  static Amounts of(Fields properties, Market market) {
    String code =
        currencyOf(properties, market)
            .orElseThrow(
                () ->
                    new Refusal(
                        Reason.UNKNOWN_CURRENCY,
                        properties.pointer(CURRENCY),
                        "'currency' must be an ISO 4217 code."));
    if (!noteRate(properties, market, code)) {
      throw new Refusal(
          Reason.MISSING_RATE,
          properties.pointer(CURRENCY),
          "There is no rate from "
              + code
              + " to "
              + market.base()
              + " of "
              + market.day()
              + "; amounts are not guessed.");
    }
    return new Amounts(properties, code, market);
  }

  /**
   * How the prices of a call that only looks become prices in the base currency: dropped, which
   * null stands for, where there is no rate.
   */
  static UnaryOperator<BigDecimal> prices(Fields properties, Market market) {
    Optional<String> code = currencyOf(properties, market);
    if (code.isEmpty() || !noteRate(properties, market, code.get())) {
      properties
          .changes()
          .note(NO_RATE, properties.pointer(CURRENCY), properties.text(CURRENCY), null);
      return price -> null;
    }
    return price -> market.toBase(price, code.get()).orElse(null);
  }

  /** The currency of a call; empty if it names one that there is not. */
  private static Optional<String> currencyOf(Fields properties, Market market) {
    String named = properties.text(CURRENCY);
    if (named == null) {
      return Optional.of(market.usual());
    }
    Optional<String> code = CurrencyCode.of(named);
    code.ifPresent(
        found ->
            properties
                .changes()
                .note(CurrencyCode.RULE, properties.pointer(CURRENCY), named, found));
    return code;
  }

  /** Writes down at which rate amounts are changed; false if there is none. */
  private static boolean noteRate(Fields properties, Market market, String code) {
    Optional<BigDecimal> rate = market.toBase(BigDecimal.ONE, code);
    if (rate.isPresent() && !code.equals(market.base())) {
      properties
          .changes()
          .note(
              ExchangeRates.RULE,
              properties.pointer(CURRENCY),
              code,
              market.base() + " at " + rate.get().toPlainString());
    }
    return rate.isPresent();
  }

  /** How the prices of this call become prices in the base currency. */
  UnaryOperator<BigDecimal> prices() {
    return this::toBase;
  }

  /**
   * {@code revenue}; else {@code total − shipping − tax}; else {@code subtotal − discount}; else Σ
   * price × quantity − {@code discount}.
   */
  Worth revenue(List<Fields> lines) {
    BigDecimal amount;
    if (properties.has("revenue")) {
      amount = properties.amount("revenue");
    } else if (properties.has("total")) {
      amount =
          properties.amount("total").subtract(deduction("shipping")).subtract(deduction("tax"));
    } else if (properties.has("subtotal")) {
      amount = properties.amount("subtotal").subtract(deduction(DISCOUNT));
    } else if (!lines.isEmpty()) {
      amount = sum(lines).subtract(deduction(DISCOUNT));
    } else {
      throw new Refusal(
          Reason.INVALID_MONEY,
          properties.pointer("revenue"),
          "An order needs 'revenue', 'total', 'subtotal' or products with prices.");
    }
    return notNegative(amount, "revenue");
  }

  /**
   * What was taken off, in the base currency: {@code discount}; else Σ {@code unit_discount} ×
   * quantity over the lines that have one; else null.
   */
  Money discount(List<Fields> lines) {
    if (properties.has(DISCOUNT)) {
      return new Money(toBase(deduction(DISCOUNT)), market.base());
    }
    List<Fields> reduced = lines.stream().filter(line -> line.has(UNIT_DISCOUNT)).toList();
    if (reduced.isEmpty()) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Fields line : reduced) {
      sum = sum.add(times(deduction(line, UNIT_DISCOUNT), line));
    }
    return new Money(toBase(sum), market.base());
  }

  /**
   * {@code total}; else Σ price × quantity; else null, which means these lines, of which one has no
   * price, or, where there are none, the whole order.
   */
  Worth refund(List<Fields> lines) {
    if (properties.has("total")) {
      return notNegative(properties.amount("total"), "total");
    }
    boolean priced = !lines.isEmpty() && lines.stream().allMatch(line -> line.has("price"));
    return priced ? notNegative(sum(lines), "products") : null;
  }

  private Worth notNegative(BigDecimal amount, String name) {
    if (amount.signum() < 0) {
      throw negative(properties, name);
    }
    Money charged = new Money(amount, currency);
    return currency.equals(market.base())
        ? new Worth(charged, null)
        : new Worth(new Money(toBase(amount), market.base()), charged);
  }

  private BigDecimal toBase(BigDecimal amount) {
    return market.toBase(amount, currency).orElseThrow();
  }

  /** What is taken off; below zero it would add to what was earned. */
  private BigDecimal deduction(String name) {
    return deduction(properties, name);
  }

  private static BigDecimal deduction(Fields fields, String name) {
    BigDecimal amount = fields.amount(name);
    if (amount == null) {
      return BigDecimal.ZERO;
    }
    if (amount.signum() < 0) {
      throw negative(fields, name);
    }
    return amount;
  }

  private static Refusal negative(Fields fields, String name) {
    return new Refusal(
        Reason.INVALID_MONEY, fields.pointer(name), "The amount must not be negative.");
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
      sum = sum.add(times(price, line));
    }
    return sum;
  }

  private static BigDecimal times(BigDecimal ofOne, Fields line) {
    BigDecimal quantity = Products.quantity(line);
    return quantity == null ? ofOne : ofOne.multiply(quantity);
  }
}
