package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Fault;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentProtocolTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Protocol segment = new SegmentProtocol();
  private final TestDesk desk = new TestDesk();
  private final FakeLog log = desk.log();

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
        "\"products\":[]",
        "\"products\":[{\"sku\":\"a\"}]"
      })
  void orderOfNoSensibleWorthIsRefused(String properties) {
    refused(
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
        "track | {\"event\":\"x\"} | missing-id | /userId",
        "track | {\"userId\":\" Guest \",\"anonymousId\":\"0\",\"event\":\"x\"} | missing-id"
            + " | /userId",
        "track | {\"userId\":\"anonymous:d\",\"event\":\"x\"} | reserved-id | /userId",
        "track | {\"userId\":\"u\"} | missing-event | /event",
        "group | {\"userId\":\"u\"} | missing-group-id | /groupId",
        "alias | {\"userId\":\"u\"} | missing-previous-id | /previousId",
        "alias | {\"userId\":\"u\",\"previousId\":\"u\"} | same-id | /previousId",
        "page | {\"userId\":\"u\",\"timestamp\":\"yesterday\"} | invalid-time | /timestamp",
        "page | {\"userId\":\"u\",\"timestamp\":\"1994-01-01T00:00:00Z\"} | invalid-time |"
            + " /timestamp",
        "page | {\"userId\":\"u\",\"sentAt\":\"+999999999-01-01T00:00:00Z\"} | invalid-time |"
            + " /sentAt",
        "track | {\"userId\":\"u\",\"event\":\"Order Cancelled\"} | missing-order-id |"
            + " /properties/order_id",
        "track | {\"userId\":\"u\",\"event\":\"Order Refunded\"} | missing-order-id |"
            + " /properties/order_id",
        "track | {\"userId\":\"u\",\"event\":\"Product Viewed\"} | missing-product-id |"
            + " /properties/product_id",
        "track | {\"userId\":\"u\",\"event\":\"Order Refunded\",\"properties\":"
            + "{\"total\":1,\"currency\":\"CHF\"}} | missing-rate | /properties/currency",
        "track | {\"userId\":\"u\",\"event\":\"Order Refunded\",\"properties\":"
            + "{\"total\":1,\"currency\":\"XYZ\"}} | unknown-currency | /properties/currency",
        "track | {\"userId\":\"u\",\"event\":\"Survey Answered\",\"properties\":"
            + "{\"survey\":\"nps\",\"score\":11}} | invalid-value | /properties/score",
        "track | {\"userId\":\"u\",\"event\":\"Consent Changed\",\"properties\":"
            + "{\"consents\":{\"ads\":\"yes\"}}} | invalid-value | /properties/consents/ads",
        "track | {\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"n\":1e99999999}} |"
            + " invalid-value | /properties/n"
      })
  void faultIsNamedWithItsPlaceAndKeptWhole(
      String call, String body, String reason, String pointer) {
    refused(call, body);

    RejectedEvent rejected = log.rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.field()).isEqualTo(pointer);
    assertThat(rejected.payload()).isEqualTo(body);
    assertThat(log.received()).isEmpty();
  }

  @Test
  void severalProductsAddedAtOnceAreOneChange() {
    taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Product Added\",\"properties\":"
            + "{\"products\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}}");

    Payload.CartChanged cart = (Payload.CartChanged) desk.event().payload();
    assertThat(cart.products()).extracting(product -> product.id()).containsExactly("a", "b");
  }

  @Test
  void consentIsKeptByPurpose() {
    taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Consent Changed\",\"properties\":"
            + "{\"consents\":{\"ads\":false,\"email\":true}}}");

    assertThat(desk.event().payload())
        .isEqualTo(new Payload.ConsentChanged(Map.of("ads", false, "email", true)));
  }

  @Test
  void numbersAsIdsKeepTheirText() {
    taken("track", "{\"userId\":17850,\"anonymousId\":\"undefined\",\"event\":\"x\"}");

    ReceivedEvent event = log.received().get(0);
    assertThat(event.userId()).isEqualTo("17850");
    assertThat(event.anonymousId()).isNull();
    assertThat(event.key()).isEqualTo("17850");
  }

  @Test
  void sameMessageIsTheSameEvent() {
    taken("track", "{\"userId\":\"u\",\"event\":\"x\",\"messageId\":\"m\"}");
    taken("page", "{\"userId\":\"u\",\"messageId\":\"m\"}");
    taken("page", "{\"userId\":\"u\",\"messageId\":\"other\"}");

    assertThat(log.received().get(0).eventId()).isEqualTo(log.received().get(1).eventId());
    assertThat(log.received().get(0).eventId()).isNotEqualTo(log.received().get(2).eventId());
  }

  @Test
  void restOfABatchIsTaken() {
    Receipt receipt =
        taken(
            "batch",
            """
            {"batch":[
              {"type":"track","event":"x","userId":"u"},
              {"type":"nope","userId":"u","messageId":"m"},
              7,
              {"type":"page","anonymousId":"d"}]}""");

    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::reason)
        .containsExactly(tuple(1, "unknown-type"), tuple(2, "not-an-object"));
    assertThat(log.rejected().get(0).payload())
        .isEqualTo("{\"type\":\"nope\",\"userId\":\"u\",\"messageId\":\"m\"}");
  }

  @Test
  void eventThatIsTooLargeLeavesTheRestAlone() {
    Receipt receipt =
        taken(
            "batch",
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"name\":\""
                + "n".repeat(1024 * 1024)
                + "\"},{\"type\":\"page\",\"userId\":\"u\"}]}");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected().get(0).reason()).isEqualTo("too-large");
  }

  @Test
  void emptyBatchIsNoFault() {
    assertThat(taken("import", "{\"batch\":[]}")).isEqualTo(new Receipt(0, List.of()));
  }

  @Test
  void brokenBodyIsKeptWholeAndItsPlaceNamed() {
    String body = "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"},{\"ty";

    Fault fault = unreadable("batch", body);

    assertThat(fault.detail()).contains("line 1, column 44");
    assertThat(log.rejected().get(0).payload()).isEqualTo(body);
    assertThat(log.received()).isEmpty();
  }

  @Test
  void bodyWithoutACheckedKeyIsNotKept() {
    Outcome broken = answer("track", null, "{\"userId\":");
    Outcome keyless = answer("track", null, "{\"userId\":\"u\",\"event\":\"x\"}");
    Outcome wrong = answer("track", "guess", "{\"userId\":\"u\",\"event\":\"x\"}");

    assertThat(broken).isInstanceOf(Outcome.Unreadable.class);
    assertThat(keyless).isInstanceOf(Outcome.Unauthorised.class);
    assertThat(wrong).isInstanceOf(Outcome.Unauthorised.class);
    assertThat(log.rejected()).isEmpty();
  }

  @Test
  void writeKeyOfARefusedBodyIsNotKept() {
    answer("track", null, "{\"event\":\"Product Viewed\",\"writeKey\":\"secret\"}");
    answer("track", "secret", "{\"writeKey\":\"secret\",");

    assertThat(log.rejected())
        .hasSize(2)
        .allSatisfy(
            rejected ->
                assertThat(rejected.payload()).contains("[write key]").doesNotContain("secret"));
  }

  @Test
  void batchOfTheJavaClientBringsItsKeyInTheBody() {
    Outcome answer =
        answer(
            "import",
            null,
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}],\"writeKey\":\"secret\"}");

    assertThat(answer).isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void unreachableLogClaimsNothing() {
    log.fail();

    assertThatThrownBy(() -> taken("page", "{\"userId\":\"u\"}"))
        .hasCauseInstanceOf(LogUnavailableException.class);
  }

  @Test
  void clockOfTheSenderIsCorrectedByTheBatchesSentAt() {
    taken(
        "batch",
        """
        {"sentAt":"2026-03-01T13:00:00.000Z","batch":[
          {"type":"page","userId":"u","timestamp":"2026-03-01T14:59:50+0200"}]}""");

    assertThat(event().occurredAt()).isEqualTo(NOW.minusSeconds(10));
  }

  @Test
  void itemsContextStandsOverTheBatches() {
    taken(
        "batch",
        """
        {"context":{"library":{"name":"analytics-ios"},"locale":"de-DE","campaign":{"name":"a"}},
         "batch":[{"type":"page","userId":"u","context":{"campaign":{"name":"b"}}}]}""");

    assertThat(event().channel()).isEqualTo(Channel.APP);
    assertThat(event().context().campaign()).isEqualTo("b");
    assertThat(event().context().language()).isEqualTo("de-DE");
  }

  @Test
  void whatIdentifiesAPersonStandsInPersonalOnly() {
    taken(
        "identify",
        """
        {"userId":"u","traits":{"email":"ada@example.org","plan":"gold","first_name":"Ada",
         "home":{"phone":"1","rooms":3},"left":null}}""");

    assertThat(event().personal())
        .isEqualTo(Map.of("email", "ada@example.org", "first_name", "Ada", "home.phone", "1"));
    Payload.TraitsChanged traits = (Payload.TraitsChanged) event().payload();
    assertThat(traits.traits()).containsEntry("plan", "gold").containsEntry("left", null);
    assertThat(log.on(Topics.RECEIVED_EVENTS).get(0)).doesNotContain("\"name\"");
  }

  @Test
  void searchedWordsAreNotInThePayload() {
    taken(
        "track",
        """
        {"userId":"u","event":"Products Searched","properties":{"query":"red mug"}}""");

    assertThat(event().payload()).isEqualTo(new Payload.Searched());
    assertThat(event().personal()).containsEntry("query", "red mug");
  }

  @Test
  void pathOfAPageHasNoQuery() {
    taken(
        "page",
        """
        {"userId":"u","name":"Home","properties":{"url":"https://shop.example/a/b?token=1#x"}}""");

    assertThat(event().payload()).isEqualTo(new Payload.PageViewed("Home", "/a/b"));
  }

  @Test
  void priceWithoutARateIsLeftOutOfAView() {
    taken(
        "track",
        """
        {"userId":"u","event":"Product Viewed",
         "properties":{"product_id":"a","price":3,"currency":"CHF"}}""");

    assertThat(((Payload.ProductViewed) event().payload()).product().price()).isNull();
  }

  @Test
  void wholeOrderIsRefundedWhereNothingIsSaidOfAnAmount() {
    taken(
        "track",
        """
        {"userId":"u","event":"Order Refunded","properties":{"order_id":"o"}}""");

    assertThat(((Payload.OrderRefunded) event().payload()).amount()).isNull();
  }

  @Test
  void orderUpdateWithoutFiguresIsOnlyANote() {
    taken(
        "track",
        """
        {"userId":"u","event":"Order Updated","properties":{"order_id":"o","state":"packed"}}""");

    assertThat(event().payload()).isInstanceOf(Payload.Custom.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"userId\":\"a\\u0000b\",\"event\":\"x\" | invalid-id | /userId",
        "\"userId\":\"u\",\"messageId\":\"a\\u0000\",\"event\":\"x\" | invalid-message-id |"
            + " /messageId",
        "\"userId\":\"u\",\"event\":\"Order Cancelled\",\"properties\":"
            + "{\"order_id\":\"\\u0000a\"} | invalid-id | /properties/order_id",
        "\"userId\":\"u\",\"event\":\"Product Viewed\",\"properties\":"
            + "{\"product_id\":\"\\u0007a\"} | invalid-id | /properties/product_id"
      })
  void idThatSomeStoreCannotHoldIsRefused(String fields, String reason, String pointer) {
    refused("track", "{" + fields + "}");

    assertThat(log.rejected().get(0).reason()).isEqualTo(reason);
    assertThat(log.rejected().get(0).field()).isEqualTo(pointer);
  }

  @Test
  void namesAndOrdersHaveBounds() {
    String category = "{\"product_id\":\"a\",\"category\":\"" + "c".repeat(1_025) + "\"}";
    String lines = "{\"product_id\":\"a\"},".repeat(10_000) + "{\"product_id\":\"a\"}";
    refused(
        "track", "{\"userId\":\"u\",\"event\":\"Product Viewed\",\"properties\":" + category + "}");
    refused(
        "track",
        "{\"userId\":\"u\",\"event\":\"Cart Viewed\",\"properties\":{\"products\":["
            + lines
            + "]}}");
    refused("identify", "{\"userId\":\"u\",\"traits\":{\"" + "t".repeat(257) + "\":1}}");

    assertThat(log.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly("too-long", "too-many", "too-long");
  }

  @Test
  void batchOfTooManyEventsIsNotTakenAtAll() {
    String event = "{\"type\":\"page\",\"userId\":\"u\"}";
    String most = (event + ",").repeat(2_499) + event;

    Fault fault = unreadable("batch", "{\"batch\":[" + most + "," + event + "]}");

    assertThat(fault.reason()).isEqualTo(Reason.TOO_MANY);
    assertThat(log.received()).isEmpty();
    assertThat(taken("batch", "{\"batch\":[" + most + "]}").accepted()).isEqualTo(2_500);
  }

  @Test
  void bodyOfTooManyValuesIsNotReadIntoMemory() {
    String body = "{\"batch\":[{\"type\":\"track\",\"p\":[" + "{},".repeat(250_000) + "{}]}]}";

    assertThat(unreadable("batch", body).reason()).isEqualTo(Reason.TOO_MANY);
  }

  @Test
  void faultySentAtOfABatchIsNamedOnce() {
    Fault fault =
        unreadable(
            "batch",
            """
            {"sentAt":"today","batch":[
              {"type":"page","userId":"u"},{"type":"page","userId":"u"}]}""");

    assertThat(fault.pointer()).isEqualTo("/sentAt");
    assertThat(log.rejected()).hasSize(1);
  }

  @Test
  void refusedEventOfABatchIsReadAgainWithWhatStoodAroundIt() {
    taken(
        "batch",
        """
        {"sentAt":"2026-03-01T13:00:00.000Z","writeKey":"secret","context":{"locale":"de-CH"},
         "batch":[{"type":"page","userId":"u"},{"type":"pag","userId":"v"}]}""");
    RejectedEvent rejected = log.rejected().get(0);

    Content again =
        segment.reread(
            SentRequest.post("/v1/batch", NOW),
            rejected.payload().replace("pag", "page").getBytes(UTF_8),
            rejected.around());

    Calls calls = ((Content.Read) again).calls();
    assertThat(calls.items()).hasSize(1);
    assertThat(calls.sentAt()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(calls.shared().node().at("/context/locale").textValue()).isEqualTo("de-CH");
    assertThat(again.writeKey()).isNotEqualTo(TestDesk.KEY);
  }

  @Test
  void onlyTheWriteKeysOwnFieldIsBlanked() {
    String rest = ",\"userId\":\"\",\"note\":\"no secret here\"}";
    answer("page", TestDesk.KEY, "{\"writeKey\" : \"sec\\u0072et\"" + rest);

    assertThat(log.rejected().get(0).payload()).isEqualTo("{\"writeKey\" : \"[write key]\"" + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First Name",
        "billing_address",
        "customer_email",
        "surname",
        "birthdate",
        "street",
        "address2",
        "e-mail",
        "home-phone",
        "dateOfBirth",
        "postal_code"
      })
  void identifierIsPersonalHoweverItIsWritten(String name) {
    taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"" + name + "\":\"a\",\"plan\":1}}");

    assertThat(event().personal()).containsOnlyKeys(name);
    assertThat(((Payload.Custom) event().payload()).properties()).containsOnlyKeys("plan");
  }

  private CustomerEvent event() {
    return desk.event();
  }

  private Money order(String properties) {
    taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o\","
            + properties
            + "}}");
    return ((Payload.OrderCompleted) event().payload()).revenue();
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  private Receipt taken(String call, String body) {
    return ((Outcome.Taken) answer(call, TestDesk.KEY, body)).receipt();
  }

  private Receipt refused(String call, String body) {
    return ((Outcome.NothingTaken) answer(call, TestDesk.KEY, body)).receipt();
  }

  private Fault unreadable(String call, String body) {
    return ((Outcome.Unreadable) answer(call, TestDesk.KEY, body)).fault();
  }

  private Outcome answer(String call, String key, String body) {
    SentRequest request = SentRequest.post("/v1/" + call, NOW);
    return desk.serve(
        segment, key == null ? request : request.withParameter("writeKey", key), body);
  }
}
