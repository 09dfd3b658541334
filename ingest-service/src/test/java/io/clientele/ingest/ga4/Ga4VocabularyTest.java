package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Payload.CartChanged.Change;
import io.clientele.contract.Payload.CheckoutProgressed;
import io.clientele.contract.Payload.CheckoutProgressed.Stage;
import io.clientele.contract.Payload.Custom;
import io.clientele.contract.Payload.Engaged.Kind;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class Ga4VocabularyTest {

  private static final String ITEM =
      "{\"item_id\":\"a\",\"item_name\":\"Tea\",\"item_category\":\"Drinks\",\"item_brand\":\"B\","
          + "\"item_variant\":\"green\",\"price\":2.5,\"quantity\":2}";

  private static final Product TEA =
      new Product("a", "Tea", "Drinks", "B", "green", new BigDecimal("2.5"), new BigDecimal("2"));

  private final Ga4 shop = new Ga4();

  static Stream<Arguments> recommendedEvents() {
    String one = "{\"currency\":\"USD\",\"items\":[" + ITEM + "]}";
    String two = "{\"items\":[{\"item_id\":\"a\"},{\"item_name\":\"b\"}]}";
    List<Product> both =
        List.of(Product.of("a"), new Product("b", "b", null, null, null, null, null));
    return Stream.of(
        arguments(
            "view_item_list",
            "{\"item_list_id\":\"l\",\"items\":[" + ITEM + "]}",
            new Payload.ProductListViewed("l", null, List.of(TEA), null, null)),
        arguments("select_item", one, new Payload.ProductViewed(TEA)),
        arguments("view_item", one, new Payload.ProductViewed(TEA)),
        arguments("view_item", two, new Payload.ProductListViewed(null, null, both, null, null)),
        arguments("add_to_cart", one, new Payload.CartChanged(null, Change.ADDED, List.of(TEA))),
        arguments("add_to_cart", two, new Payload.CartChanged(null, Change.ADDED, both)),
        arguments("remove_from_cart", two, new Payload.CartChanged(null, Change.REMOVED, both)),
        arguments("view_cart", two, new Payload.CartChanged(null, Change.VIEWED, both)),
        arguments("add_to_wishlist", one, new Payload.Engaged(Kind.WISHLIST, "a", null)),
        arguments("begin_checkout", one, new Payload.CheckoutStarted(null, List.of(TEA))),
        arguments(
            "purchase",
            "{\"transaction_id\":\"T1\",\"value\":5,\"tax\":1,\"shipping\":2,\"coupon\":\"C\","
                + "\"currency\":\"USD\",\"items\":["
                + ITEM
                + "]}",
            new Payload.OrderCompleted("T1", usd("5"), "C", List.of(TEA))),
        arguments(
            "purchase",
            "{\"transaction_id\":17,\"items\":[" + ITEM + "]}",
            new Payload.OrderCompleted("17", usd("5"), null, List.of(TEA))),
        arguments(
            "refund",
            "{\"transaction_id\":\"T1\",\"value\":\"2.50\"}",
            new Payload.OrderRefunded("T1", usd("2.5"), List.of())),
        arguments(
            "refund",
            "{\"transaction_id\":\"T1\"}",
            new Payload.OrderRefunded("T1", null, List.of())),
        arguments(
            "refund",
            "{\"transaction_id\":\"T1\",\"items\":[" + ITEM + "]}",
            new Payload.OrderRefunded("T1", usd("5"), List.of(TEA))),
        arguments(
            "refund",
            "{\"transaction_id\":\"T1\",\"items\":[{\"item_id\":\"a\",\"quantity\":2}]}",
            new Payload.OrderRefunded("T1", null, List.of(units("a", "2")))),
        arguments(
            "refund",
            "{\"transaction_id\":\"T1\",\"value\":1,\"items\":[{\"item_id\":\"a\"}]}",
            new Payload.OrderRefunded("T1", usd("1"), List.of(units("a", "1")))),
        arguments(
            "purchase",
            "{\"transaction_id\":\"T1\",\"value\":4,\"currency\":\"EUR\",\"items\":["
                + "{\"item_id\":\"a\",\"discount\":\"0.4\",\"quantity\":2},{\"item_id\":\"b\"}]}",
            new Payload.OrderCompleted(
                "T1",
                usd("5"),
                new Money(new BigDecimal("4"), "EUR"),
                usd("1"),
                null,
                List.of(units("a", "2"), units("b", "1")))),
        arguments(
            "add_shipping_info",
            "{\"shipping_tier\":\"Ground\",\"items\":[" + ITEM + "]}",
            new CheckoutProgressed(Stage.STEP_COMPLETED, null, null, null, "Ground", null)),
        arguments(
            "add_payment_info",
            "{\"payment_type\":\"Card\"}",
            new CheckoutProgressed(Stage.PAYMENT_ENTERED, null, null, null, null, "Card")),
        arguments(
            "view_promotion",
            "{\"promotion_id\":\"p\",\"creative_name\":\"c\",\"creative_slot\":\"top\"}",
            new Payload.PromotionSeen(false, "p", null, "c", "top")),
        arguments(
            "select_promotion",
            "{\"items\":[{\"item_id\":\"a\",\"promotion_id\":\"p\",\"promotion_name\":\"n\"}]}",
            new Payload.PromotionSeen(true, "p", "n", null, null)),
        arguments("search", "{\"search_term\":\"tea\"}", new Payload.Searched()),
        arguments(
            "page_view",
            "{\"page_location\":\"https://shop.example/tea?q=1\",\"page_title\":\"Tea\"}",
            new Payload.PageViewed(null, "/tea")),
        arguments(
            "screen_view", "{\"screen_name\":\"Home\"}", new Payload.PageViewed("Home", null)),
        arguments(
            "share",
            "{\"method\":\"mail\",\"content_type\":\"product\",\"item_id\":\"a\"}",
            new Payload.Engaged(Kind.SHARE, "a", "mail")),
        arguments(
            "share",
            "{\"content_type\":\"article\",\"item_id\":\"a\"}",
            new Payload.Engaged(Kind.SHARE, null, null)),
        arguments("login", "{\"method\":\"x\"}", new Custom("Signed In", Map.of("method", "x"))),
        arguments("sign_up", "{}", new Custom("Signed Up", Map.of())),
        arguments("generate_lead", "{\"a\":1}", new Custom("generate_lead", Map.of("a", 1))),
        arguments(
            "tutorial_begin",
            "{\"session_id\":1,\"page_location\":\"https://shop.example/?token=t\"}",
            new Custom("tutorial_begin", Map.of())));
  }

  @ParameterizedTest
  @MethodSource("recommendedEvents")
  void eventThatGoogleRecommendsIsOneEventInOurWords(String name, String params, Payload expected) {
    shop.taken(Ga4.body(Ga4.event(name, params)));

    assertThat(shop.desk.events())
        .extracting(event -> event.payload())
        .usingRecursiveFieldByFieldElementComparator(
            RecursiveComparisonConfiguration.builder()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .build())
        .containsExactly(expected);
  }

  @Test
  void severalWishesAtOnceAreKeptWhole() {
    shop.taken(
        Ga4.body(
            Ga4.event("add_to_wishlist", "{\"items\":[{\"item_id\":\"a\"},{\"item_id\":\"b\"}]}")));

    Custom custom = (Custom) shop.desk.event().payload();
    assertThat(custom.name()).isEqualTo("add_to_wishlist");
    assertThat(custom.properties().get("items"))
        .isEqualTo(List.of(Map.of("item_id", "a"), Map.of("item_id", "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "purchase | {\"value\":1} | missing-order-id | /params/transaction_id",
        "purchase | {\"transaction_id\":\" \",\"value\":1} | missing-order-id |"
            + " /params/transaction_id",
        "purchase | {\"transaction_id\":\"t\",\"value\":\"a lot\"} | invalid-money |"
            + " /params/value",
        "purchase | {\"transaction_id\":\"t\",\"value\":1,\"items\":[{\"item_id\":\"a\"},{}]} |"
            + " missing-product-id | /params/items/1/item_id",
        "purchase | {\"transaction_id\":\"t\",\"value\":1,\"items\":[{\"item_id\":\"a\","
            + "\"quantity\":\"x\"}]} | invalid-value | /params/items/0/quantity",
        "purchase | {\"transaction_id\":\"t\",\"value\":1,\"items\":[{\"item_id\":\"a\","
            + "\"discount\":-1}]} | invalid-money | /params/items/0/discount",
        "purchase | {\"transaction_id\":\"t\",\"value\":1,\"items\":{}} | invalid-value |"
            + " /params/items",
        "purchase | {\"transaction_id\":\"t\",\"value\":1,\"currency\":\"XYZ\"} |"
            + " unknown-currency | /params/currency",
        "refund | {} | missing-order-id | /params/transaction_id",
        "view_item | {} | missing-product-id | /params/items",
        "view_item | {\"items\":[{}]} | missing-product-id | /params/items/0/item_id",
        "view_item | {\"items\":[{\"item_id\":\"a\",\"quantity\":[]}]} | invalid-value |"
            + " /params/items/0/quantity",
        "add_to_cart | {} | missing-product-id | /params/items",
        "add_to_cart | {\"items\":[1]} | invalid-value | /params/items",
        "view_promotion | {\"items\":[{\"item_id\":\"a\"}]} | invalid-value | /params/promotion_id",
        "x | [] | invalid-value | /params",
        "x | {\"n\":1e99999} | invalid-value | /params/n"
      })
  void faultIsNamedAtItsPlaceInTheEventThatWasSent(
      String name, String params, String reason, String pointer) {
    String event = Ga4.event(name, params);
    shop.collect(Ga4.body(event));

    assertThat(shop.rejected().reason()).isEqualTo(reason);
    assertThat(shop.rejected().field()).isEqualTo(pointer);
    assertThat(shop.rejected().payload()).isEqualTo(event);
  }

  private static Product units(String id, String quantity) {
    return new Product(id, null, null, null, null, null, new BigDecimal(quantity));
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
