package io.clientele.ingest.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.EventContext;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.TestDesk;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What orders, refunds and places are when they come as events of the platform's own types. */
final class CloudEventsOrdersTest {

  private final Protocol protocol = new CloudEventsProtocol();
  private final TestDesk desk = new TestDesk();

  @Test
  void orderTellsItsDiscountInTheBaseCurrency() {
    taken(
        "io.clientele.track.order-completed",
        "{\"order_id\":\"o\",\"currency\":\"EUR\",\"subtotal\":10,\"discount\":2}");

    Payload.OrderCompleted order = (Payload.OrderCompleted) desk.event().payload();
    assertThat(order.revenue()).isEqualTo(usd("10"));
    assertThat(order.discount()).isEqualTo(usd("2.5"));
  }

  @Test
  void refundOfLinesWithoutPricesIsNotOneOfTheWholeOrder() {
    taken(
        "io.clientele.track.order-refunded",
        "{\"order_id\":\"o\",\"products\":[{\"product_id\":\"a\",\"quantity\":2}]}");

    assertThat(desk.event().payload())
        .isEqualTo(
            new Payload.OrderRefunded(
                "o",
                null,
                List.of(new Product("a", null, null, null, null, null, new BigDecimal("2")))));
  }

  @Test
  void refundOfPricedLinesIsWorthThem() {
    taken(
        "io.clientele.track.order-refunded",
        "{\"order_id\":\"o\",\"currency\":\"EUR\",\"products\":"
            + "[{\"product_id\":\"a\",\"price\":4,\"quantity\":2}]}");

    Payload.OrderRefunded refund = (Payload.OrderRefunded) desk.event().payload();
    assertThat(refund.amount()).isEqualTo(usd("10"));
    assertThat(refund.charged()).isEqualTo(new Money(new BigDecimal("8"), "EUR"));
    assertThat(refund.products().get(0).price()).isEqualByComparingTo("5");
    assertThat(refund.products().get(0).quantity()).isEqualByComparingTo("2");
  }

  @Test
  void placeIsThatOfTheCallsContext() {
    taken(
        "io.clientele.page",
        "{\"userId\":\"u\",\"context\":{\"location\":"
            + "{\"country\":\"Canada\",\"region\":\" CA-QC \",\"city\":\"Laval\"}}}");

    assertThat(desk.event().context())
        .extracting(EventContext::country, EventContext::region, EventContext::city)
        .containsExactly("CA", "CA-QC", "Laval");
  }

  private void taken(String type, String data) {
    desk.taken(
        protocol,
        CloudEventRequests.request(CloudEventRequests.JSON),
        CloudEventRequests.structured(type, "\"subject\":\"u\",\"data\":" + data));
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
