package io.clientele.ingest.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Acquisition;
import io.clientele.contract.Change;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CleaningTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Protocol segment = new SegmentProtocol();
  private final TestDesk desk = new TestDesk();

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
  void blankAddressIsNoChange() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"page\":{\"referrer\":\"\"}}}");

    assertThat(event.cleaned()).isEmpty();
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
  void contextIsMadeCanonicalAndItsAddressCut() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"context\":{\"locale\":\"en_gb\",\"ip\":\"203.0.113.77\","
                + "\"location\":{\"country\":\"United Kingdom\"}}}");

    assertThat(event.context().language()).isEqualTo("en-GB");
    assertThat(event.context().country()).isEqualTo("GB");
    assertThat(event.context().network()).isEqualTo("203.0.113.0");
    assertThat(event.cleaned())
        .contains(
            new Change("/context/locale", "en_gb", "en-GB", "language"),
            new Change("/context/location/country", "United Kingdom", "GB", "country"),
            new Change("/context/ip", null, "203.0.113.0", "address"));
    assertThat(desk.log().received().toString()).doesNotContain("203.0.113.77");
  }

  @Test
  void noAddressIsKeptWholeWhateverItIsCalled() {
    call(
        "identify",
        "{\"userId\":\"u\",\"context\":{\"ip\":\" 203.0.113.77\"},\"traits\":"
            + "{\"ip\":\"203.0.113.77 \",\"client_ip\":\"203.0.113.77:443\","
            + "\"lastLoginIp\":\"203.0.113.77\",\"user_ip_address\":[\"203.0.113.77\"],"
            + "\"zip_code\":\"10115\",\"membership\":\"gold\"}}");

    Map<String, Object> traits = new HashMap<>();
    traits.put("ip", "203.0.113.0");
    traits.put("client_ip", null);
    traits.put("lastLoginIp", "203.0.113.0");
    traits.put("user_ip_address", List.of("203.0.113.0"));
    traits.put("membership", "gold");
    assertThat(desk.events().get(0).payload()).isEqualTo(new Payload.TraitsChanged(traits));
    assertThat(desk.events().toString()).doesNotContain("203.0.113.77");
    assertThat(desk.events().get(0).cleaned())
        .contains(
            new Change("/traits/ip", null, "203.0.113.0", "address"),
            new Change("/traits/client_ip", "[address]", null, "address"));
  }

  @Test
  void addressOfTheConnectionIsUsedOnlyWhereTheCallSaysSo() {
    assertThat(call("page", "{\"userId\":\"u\"}").context().network()).isNull();
    desk.serve(segment, request("page"), "{\"userId\":\"v\",\"context\":{\"direct\":true}}");

    assertThat(desk.events().get(1).context().network()).isEqualTo("198.51.100.0");
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
  void pageSaysWhatBroughtItsVisitor() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"properties\":{\"url\":\"https://shop.example/mug\","
                + "\"referrer\":\"https://www.google.com/\"}}");

    assertThat(event.context().acquisition())
        .isEqualTo(new Acquisition("organic-search", "google", "organic", "google.com"));
    assertThat(event.payload()).isEqualTo(new Payload.PageViewed(null, "/mug"));
  }

  @Test
  void ofAddressesOfPagesOnlyPathsAreWrittenDown() {
    CustomerEvent event =
        call(
            "page",
            "{\"userId\":\"u\",\"properties\":{\"url\":\" https://shop.example/mug?mail=ada@b.example\","
                + "\"referrer\":\"https://b.example/ada?"
                + "q".repeat(3_000)
                + "\"}}");

    assertThat(event.payload()).isEqualTo(new Payload.PageViewed(null, "/mug"));
    assertThat(event.cleaned())
        .containsExactlyInAnyOrder(
            new Change("/properties/url", " https://shop.example/mug", "/mug", "text"),
            new Change("/properties/referrer", "/ada", null, "too-long"));
  }

  @Test
  void userAgentTellsBrowserAndDevice() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"userAgent\":\"Firefox\"}}");

    assertThat(event.context().device()).isEqualTo("desktop");
    assertThat(event.context().browser()).isEqualTo("Firefox");
    assertThat(event.isBot()).isFalse();
    assertThat(event.cleaned()).isEmpty();
  }

  @Test
  void crawlerIsMarked() {
    CustomerEvent event =
        call("page", "{\"userId\":\"u\",\"context\":{\"userAgent\":\"Googlebot/2.1\"}}");

    assertThat(event.isBot()).isTrue();
    assertThat(event.cleaned())
        .containsExactly(new Change("/context/userAgent", "Googlebot/2.1", "bot", "user-agent"));
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

  private CustomerEvent track(String event, String properties) {
    return call(
        "track",
        "{\"userId\":\"u\",\"event\":\"" + event + "\",\"properties\":" + properties + "}");
  }

  private CustomerEvent call(String call, String body) {
    desk.taken(segment, request(call), body);
    return desk.event();
  }

  private static SentRequest request(String call) {
    return SentRequest.post("/v1/" + call, NOW).withParameter("writeKey", TestDesk.KEY);
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }
}
