package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Receipt;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What products and orders are worth. */
final class SegmentOrdersTest {

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
        "\"products\":[{\"sku\":\"a\"}]"
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

  @Test
  void wholeOrderIsRefundedWhereNothingIsSaidOfAnAmount() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Order Refunded","properties":{"order_id":"o"}}""");

    assertThat(((Payload.OrderRefunded) segment.event().payload()).amount()).isNull();
  }

  @Test
  void orderUpdateWithoutFiguresIsOnlyANote() {
    segment.taken(
        "track",
        """
        {"userId":"u","event":"Order Updated","properties":{"order_id":"o","state":"packed"}}""");

    assertThat(segment.event().payload()).isInstanceOf(Payload.Custom.class);
  }

  private Money order(String properties) {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o\","
            + properties
            + "}}");
    return ((Payload.OrderCompleted) segment.event().payload()).revenue();
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
