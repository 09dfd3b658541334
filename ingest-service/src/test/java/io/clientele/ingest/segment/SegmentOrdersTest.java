package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Receipt;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What products and orders are worth. */
final class SegmentOrdersTest {

  private static final RecursiveComparisonConfiguration NUMBERS =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .build();

  private final SegmentDesk segment = new SegmentDesk();
  private final FakeLog log = segment.log();

  @Test
  void unitsOfALineAreNotBelowZero() {
    Receipt receipt =
        segment.refused(
            "track",
            "{\"userId\":\"u\",\"event\":\"Cart Viewed\",\"properties\":"
                + "{\"products\":[{\"product_id\":\"a\",\"quantity\":-1}]}}");

    assertThat(receipt.rejected().get(0).pointer()).isEqualTo("/properties/products/0/quantity");
  }

  @Test
  void orderIsWorthItsLines() {
    assertThat(order("\"products\":[{\"product_id\":\"a\",\"price\":2.55,\"quantity\":6}]"))
        .isEqualTo(usd("15.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"revenue\":\"5.00\",\"total\":9 | 5",
        "\"total\":12.5,\"shipping\":2,\"tax\":0.5 | 10",
        "\"subtotal\":10,\"discount\":1 | 9",
        "\"revenue\":0 | 0"
      })
  void revenueIsTakenFromTheFirstFigureThatSaysIt(String properties, String revenue) {
    assertThat(order(properties)).isEqualTo(usd(revenue));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"revenue\":1e999",
        "\"revenue\":\"NaN\"",
        "\"revenue\":-1",
        "\"revenue\":true",
        "\"revenue\":1234567890123456789012345678901",
        "\"products\":[]",
        "\"products\":[{\"sku\":\"a\"}]",
        "\"revenue\":5,\"discount\":\"much\"",
        "\"revenue\":5,\"discount\":-1",
        "\"revenue\":5,\"products\":[{\"sku\":\"a\",\"unit_discount\":-1}]"
      })
  void orderOfNoSensibleWorthIsRefused(String properties) {
    segment.refused(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":1,"
            + properties
            + "}}");

    assertThat(log.rejected().get(0).reason()).isEqualTo("invalid-money");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"subtotal\":10,\"discount\":-1 | discount",
        "\"products\":[{\"sku\":\"a\",\"price\":1}],\"discount\":\"-0.01\" | discount",
        "\"total\":10,\"shipping\":-1 | shipping",
        "\"total\":10,\"tax\":-1 | tax"
      })
  void deductionBelowZeroDoesNotRaiseRevenue(String properties, String field) {
    segment.refused(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":1,"
            + properties
            + "}}");

    assertThat(log.rejected().get(0).reason()).isEqualTo("invalid-money");
    assertThat(log.rejected().get(0).field()).isEqualTo("/properties/" + field);
  }

  @Test
  void severalProductsAddedAtOnceAreOneChange() {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Product Added\",\"properties\":"
            + "{\"products\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}}");

    Payload.CartChanged cart = (Payload.CartChanged) segment.event().payload();
    assertThat(cart.products()).extracting(product -> product.id()).containsExactly("a", "b");
  }

  @Test
  void priceWithoutARateIsLeftOutOfAView() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Product Viewed",
         "properties":{"product_id":"a","price":3,"currency":"CHF"}}""");

    assertThat(((Payload.ProductViewed) segment.event().payload()).product().price()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"discount\":\"2.50\" | 2.5",
        "\"discount\":0 | 0",
        "\"discount\":2,\"currency\":\"EUR\" | 2.5",
        "\"products\":[{\"sku\":\"a\",\"unit_discount\":2,\"quantity\":3},{\"sku\":\"b\"},"
            + "{\"sku\":\"c\",\"unit_discount\":0.5}] | 6.5",
        "\"discount\":1,\"products\":[{\"sku\":\"a\",\"unit_discount\":2}] | 1"
      })
  void discountIsTheOrdersElseThatOfItsUnits(String properties, String discount) {
    assertThat(completed("\"revenue\":10," + properties).discount()).isEqualTo(usd(discount));
  }

  @Test
  void orderThatSaysNothingOfADiscountHasNone() {
    assertThat(completed("\"revenue\":10,\"products\":[{\"sku\":\"a\"}]").discount()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sku\":\"a\",\"price\":2,\"quantity\":3} | 7.5 | 2.5",
        "{\"sku\":\"a\",\"quantity\":3} | | "
      })
  void refundOfLinesKeepsThemAndIsWorthTheirPricesIfTheyHaveAny(
      String line, String amount, String price) {
    Payload.OrderRefunded refund =
        refunded("\"order_id\":\"o\",\"currency\":\"EUR\",\"products\":[" + line + "]");

    assertThat(refund.amount()).isEqualTo(amount == null ? null : usd(amount));
    assertThat(refund.products())
        .usingRecursiveFieldByFieldElementComparator(NUMBERS)
        .containsExactly(line("a", price, "3"));
  }

  @Test
  void amountOfARefundCountsMoreThanItsLinesWhichAreKept() {
    Payload.OrderRefunded refund =
        refunded("\"order_id\":\"o\",\"total\":1,\"products\":[{\"sku\":\"a\",\"price\":2}]");

    assertThat(refund.amount()).isEqualTo(usd("1"));
    assertThat(refund.products())
        .usingRecursiveFieldByFieldElementComparator(NUMBERS)
        .containsExactly(line("a", "2", "1"));
  }

  /** One line without a price must not make the others the whole refund. */
  @Test
  void refundOfLinesOfWhichOneHasNoPriceIsOfTheseLines() {
    Payload.OrderRefunded refund =
        refunded("\"order_id\":\"o\",\"products\":[{\"sku\":\"a\",\"price\":2},{\"sku\":\"b\"}]");

    assertThat(refund.amount()).isNull();
    assertThat(refund.products()).extracting(Product::id).containsExactly("a", "b");
  }

  @Test
  void linesWithoutPricesAreNotRefundedWithoutTheirOrder() {
    segment.refused(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Refunded\",\"properties\":{\"products\":"
            + "[{\"sku\":\"a\"}]}}");

    assertThat(log.rejected().get(0).reason()).isEqualTo("missing-order-id");
  }

  @Test
  void wholeOrderIsRefundedWhereNothingIsSaidOfAnAmount() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Order Refunded","properties":{"order_id":"o","products":[]}}""");

    assertThat(segment.event().payload())
        .isEqualTo(new Payload.OrderRefunded("o", null, List.of()));
  }

  @Test
  void orderUpdateWithoutFiguresIsOnlyANote() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Order Updated","properties":{"order_id":"o","state":"packed"}}""");

    assertThat(segment.event().payload()).isInstanceOf(Payload.Custom.class);
  }

  private Payload.OrderRefunded refunded(String properties) {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Refunded\",\"properties\":{" + properties + "}}");
    return (Payload.OrderRefunded) segment.event().payload();
  }

  private Money order(String properties) {
    return completed(properties).revenue();
  }

  private Payload.OrderCompleted completed(String properties) {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o\","
            + properties
            + "}}");
    return (Payload.OrderCompleted) segment.event().payload();
  }

  private static Product line(String id, String price, String quantity) {
    BigDecimal inBase = price == null ? null : new BigDecimal(price);
    return new Product(id, null, null, null, null, inBase, new BigDecimal(quantity));
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
