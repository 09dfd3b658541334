package io.clientele.ingest.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Change;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CleaningTest extends WithDesk {

  @Test
  void whatIsCleanIsLeftAlone() {
    CustomerEvent event =
        track(
            "Product Viewed",
            "{\"product_id\":\"mug\",\"name\":\"Mug\",\"price\":2.5,\"currency\":\"USD\"}");

    assertThat(event.cleaned()).isEmpty();
    assertThat(event.personal()).isEmpty();
  }

  @Test
  void textIsTrimmedAndComposed() {
    CustomerEvent event =
        track("Product Viewed", "{\"product_id\":\" mug\",\"name\":\"Cafe\\u0301 \"}");

    assertThat(((Payload.ProductViewed) event.payload()).product().name()).isEqualTo("Café");
    assertThat(event.cleaned())
        .containsExactly(
            new Change("/properties/product_id", " mug", "mug", "text"),
            new Change("/properties/name", "Cafe\u0301 ", "Café", "text"));
  }

  @Test
  void changesOfPersonalFieldsStandInPersonalOnly() {
    CustomerEvent event =
        call(
            "identify",
            "{\"userId\":\"u\",\"traits\":{\"email\":\" Ada@Example.ORG\",\"phone\":\"030 901820\","
                + "\"country\":\"Germany\"}}");

    assertThat(event.personal())
        .containsEntry("email", "ada@example.org")
        .containsEntry("phone", "+4930901820");
    assertThat(event.payload()).isEqualTo(new Payload.TraitsChanged(Map.of("country", "DE")));
    assertThat(event.cleaned())
        .contains(
            new Change("/traits/email", null, null, "text"),
            new Change("/traits/email", null, null, "email"),
            new Change("/traits/phone", null, null, "phone"),
            new Change("/traits/country", "Germany", "DE", "country"));
    assertThat(event.personal().get("cleaned").toString())
        .contains(" Ada@Example.ORG", "Ada@Example.ORG", "030 901820");
  }

  @Test
  void foreignMoneyKeepsItsOwnAmountBesideTheOneInTheBaseCurrency() {
    CustomerEvent event =
        track(
            "Order Completed",
            "{\"order_id\":\"o\",\"revenue\":10,\"currency\":\"eur\","
                + "\"products\":[{\"product_id\":\"mug\",\"price\":4}]}");

    Payload.OrderCompleted order = (Payload.OrderCompleted) event.payload();
    assertThat(order.revenue()).isEqualTo(money("12.5", "USD"));
    assertThat(order.charged()).isEqualTo(money("10", "EUR"));
    assertThat(order.products().get(0).price()).isEqualByComparingTo("5");
    assertThat(event.cleaned())
        .containsExactly(
            new Change("/properties/currency", "eur", "EUR", "currency"),
            new Change("/properties/currency", "EUR", "USD at 1.25", "money"));
  }

  @Test
  void orderCountsAtTheRateOfItsOwnDay() {
    desk.serve(
        segment,
        request("track"),
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"timestamp\":\"2026-02-20T12:00:00Z\","
            + "\"properties\":{\"order_id\":\"o\",\"revenue\":10,\"currency\":\"EUR\"}}");

    assertThat(desk.log().rejected().get(0).reason()).isEqualTo("missing-rate");
    assertThat(desk.log().rejected().get(0).detail()).contains("2026-02-20");
  }

  @Test
  void viewInACurrencyWithoutARateLosesItsPriceAndSaysSo() {
    CustomerEvent event =
        track("Product Viewed", "{\"product_id\":\"mug\",\"price\":9,\"currency\":\"CHF\"}");

    assertThat(((Payload.ProductViewed) event.payload()).product().price()).isNull();
    assertThat(event.cleaned())
        .containsExactly(new Change("/properties/currency", "CHF", null, "no-rate"));
  }

  @Test
  void correctedClockIsWrittenDown() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"timestamp\":\"2026-03-01T12:59:50Z\","
                + "\"sentAt\":\"2026-03-01T13:00:00Z\"}");

    assertThat(event.cleaned())
        .containsExactly(
            new Change("/timestamp", "2026-03-01T12:59:50Z", "2026-03-01T11:59:50Z", "clock"));
  }

  @Test
  void sourceSaysWhatItsCallsLeaveOut() {
    desk.sources()
        .replace(
            List.of(
                new Source(
                    Source.DEFAULT, Channel.STORE, new Defaults("EUR", "AT"), null, List.of())));

    CustomerEvent event = track("Order Completed", "{\"order_id\":\"o\",\"revenue\":10}");

    assertThat(event.channel()).isEqualTo(Channel.STORE);
    assertThat(event.context().country()).isEqualTo("AT");
    assertThat(((Payload.OrderCompleted) event.payload()).charged()).isEqualTo(money("10", "EUR"));
  }

  @Test
  void nobodyIsWrittenDown() {
    CustomerEvent event = call("page", "{\"userId\":\"guest\",\"anonymousId\":\"d\"}");

    assertThat(event.cleaned()).containsExactly(new Change("/userId", "guest", null, "nobody"));
  }

  @Test
  void sharedContextIsCleanedForEachOfItsEvents() {
    desk.taken(
        segment,
        request("batch"),
        """
        {"context":{"locale":"en_gb"},"batch":[
          {"type":"page","userId":"u"},{"type":"page","userId":"v"}]}""");

    assertThat(desk.events())
        .allSatisfy(
            event ->
                assertThat(event.cleaned())
                    .containsExactly(new Change("/context/locale", "en_gb", "en-GB", "language")));
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }
}
