package io.clientele.ingest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.CatalogItem;
import io.clientele.contract.Money;
import io.clientele.ingest.Currencies;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges items of a catalogue as shops write them. */
final class CatalogItems {

  private static final List<String> TEXTS =
      List.of("name", "category", "brand", "url", "imageUrl", "image_url");

  private static final int LONGEST_TEXT = 2_048;

  private final String baseCurrency;

  CatalogItems(String baseCurrency) {
    this.baseCurrency = baseCurrency;
  }

  /** Whether an item can be taken. */
  CatalogVerdict judge(JsonNode item, Instant receivedAt) {
    if (!item.isObject()) {
      return new CatalogVerdict.Refused(
          null, "not-an-object", "", "An item must be a JSON object.");
    }
    String id = text(item, "itemId", "id", "product_id");
    Price price = price(item);
    return faultOfId(id)
        .or(() -> faultOfTexts(id, item))
        .or(() -> price.fault(id))
        .orElseGet(() -> accepted(id, item, price, receivedAt));
  }

  private static Optional<CatalogVerdict> faultOfId(String id) {
    if (id == null) {
      return refused(null, "missing-id", "/itemId", "An item needs an 'itemId'.");
    }
    if (id.length() > CustomerReference.MAX_LENGTH || !CustomerReference.isWritable(id)) {
      return refused(
          null,
          "invalid-id",
          "/itemId",
          "An 'itemId' may have 500 characters, none of them a control character.");
    }
    return Optional.empty();
  }

  private static Optional<CatalogVerdict> faultOfTexts(String id, JsonNode item) {
    for (String name : TEXTS) {
      String text = text(item, name);
      if (text != null && text.length() > LONGEST_TEXT) {
        return refused(id, "too-long", "/" + name, "'" + name + "' may have 2,048 characters.");
      }
    }
    return Optional.empty();
  }

  private static CatalogVerdict accepted(
      String id, JsonNode item, Price price, Instant receivedAt) {
    return new CatalogVerdict.Accepted(
        new CatalogItem(
            id,
            text(item, "name"),
            text(item, "category"),
            text(item, "brand"),
            price.money(),
            text(item, "url"),
            text(item, "imageUrl", "image_url"),
            item.path("withdrawn").asBoolean(false),
            receivedAt));
  }

  private Price price(JsonNode item) {
    JsonNode price = item.path("price");
    boolean nested = price.isObject();
    JsonNode amount = nested ? price.path("amount") : price;
    String currency = nested ? text(price, "currency") : text(item, "currency");
    return new Price(
        !amount.isMissingNode() && !amount.isNull(),
        decimal(amount).filter(number -> number.signum() >= 0).orElse(null),
        currency == null ? baseCurrency : currency.toUpperCase(Locale.ROOT),
        nested);
  }

  /**
   * A price as it stands there.
   *
   * @param given whether anything stands there
   * @param amount null where what stands there is no price
   * @param nested whether it is an object of amount and currency
   */
  private record Price(boolean given, BigDecimal amount, String currency, boolean nested) {

    Optional<CatalogVerdict> fault(String id) {
      if (!given) {
        return Optional.empty();
      }
      if (amount == null) {
        return refused(
            id,
            "invalid-money",
            nested ? "/price/amount" : "/price",
            "A price must be a decimal, zero or more.");
      }
      return Currencies.include(currency)
          ? Optional.empty()
          : refused(
              id,
              "unknown-currency",
              nested ? "/price/currency" : "/currency",
              "A currency must be an ISO 4217 code.");
    }

    Money money() {
      return given ? new Money(amount, currency) : null;
    }
  }

  private static Optional<CatalogVerdict> refused(
      String id, String reason, String pointer, String detail) {
    return Optional.of(new CatalogVerdict.Refused(id, reason, pointer, detail));
  }

  private static Optional<BigDecimal> decimal(JsonNode amount) {
    if (amount.isNumber()) {
      return Optional.of(amount.decimalValue()).filter(Decimals::isPlain);
    }
    return amount.isTextual() ? Decimals.of(amount.textValue()) : Optional.empty();
  }

  private static String text(JsonNode item, String... names) {
    for (String name : names) {
      JsonNode value = item.path(name);
      if ((value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return null;
  }
}
