package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.ReceivedEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call of its own becomes, and what is wrong with it. */
final class SegmentProtocolTest {

  private final SegmentDesk segment = new SegmentDesk();
  private final FakeLog log = segment.log();

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
        "track | {\"userId\":\"u\",\"event\":\"x\",\"properties\":[1]} | invalid-value | /properties",
        "identify | {\"userId\":\"u\",\"traits\":\"x\"} | invalid-value | /traits",
        "track | {\"userId\":\"u\",\"event\":\"Cart Viewed\",\"properties\":{\"products\":{}}} |"
            + " invalid-value | /properties/products",
        "track | {\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"n\":1e99999999}} |"
            + " invalid-value | /properties/n"
      })
  void faultIsNamedWithItsPlaceAndKeptWhole(
      String call, String body, String reason, String pointer) {
    segment.refused(call, body);

    RejectedEvent rejected = log.rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.field()).isEqualTo(pointer);
    assertThat(rejected.payload()).isEqualTo(body);
    assertThat(log.received()).isEmpty();
  }

  @Test
  void emptyArrayIsHowPhpWritesAnEmptyObject() {
    assertThat(segment.taken("identify", "{\"userId\":\"u\",\"traits\":[]}").accepted()).isOne();
    assertThat(log.received().get(0).event().payload())
        .isEqualTo(new Payload.TraitsChanged(Map.of()));
  }

  @Test
  void consentIsKeptByPurpose() {
    segment.taken(
        "track",
        "{\"userId\":\"u\",\"event\":\"Consent Changed\",\"properties\":"
            + "{\"consents\":{\"ads\":false,\"email\":true}}}");

    assertThat(segment.event().payload())
        .isEqualTo(new Payload.ConsentChanged(Map.of("ads", false, "email", true)));
  }

  @Test
  void numbersAsIdsKeepTheirText() {
    segment.taken("track", "{\"userId\":17850,\"anonymousId\":\"undefined\",\"event\":\"x\"}");

    ReceivedEvent event = log.received().get(0);
    assertThat(event.userId()).isEqualTo("17850");
    assertThat(event.anonymousId()).isNull();
    assertThat(event.key()).isEqualTo("17850");
  }

  @Test
  void sameMessageIsTheSameEvent() {
    segment.taken("track", "{\"userId\":\"u\",\"event\":\"x\",\"messageId\":\"m\"}");
    segment.taken("page", "{\"userId\":\"u\",\"messageId\":\"m\"}");
    segment.taken("page", "{\"userId\":\"u\",\"messageId\":\"other\"}");

    assertThat(log.received().get(0).eventId()).isEqualTo(log.received().get(1).eventId());
    assertThat(log.received().get(0).eventId()).isNotEqualTo(log.received().get(2).eventId());
  }

  @Test
  void unreachableLogClaimsNothing() {
    log.fail();

    assertThatThrownBy(() -> segment.taken("page", "{\"userId\":\"u\"}"))
        .hasCauseInstanceOf(LogUnavailableException.class);
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
    segment.refused("track", "{" + fields + "}");

    assertThat(log.rejected().get(0).reason()).isEqualTo(reason);
    assertThat(log.rejected().get(0).field()).isEqualTo(pointer);
  }

  @Test
  void namesAndOrdersHaveBounds() {
    String category = "{\"product_id\":\"a\",\"category\":\"" + "c".repeat(1_025) + "\"}";
    String lines = "{\"product_id\":\"a\"},".repeat(10_000) + "{\"product_id\":\"a\"}";
    segment.refused(
        "track", "{\"userId\":\"u\",\"event\":\"Product Viewed\",\"properties\":" + category + "}");
    segment.refused(
        "track",
        "{\"userId\":\"u\",\"event\":\"Cart Viewed\",\"properties\":{\"products\":["
            + lines
            + "]}}");
    segment.refused("identify", "{\"userId\":\"u\",\"traits\":{\"" + "t".repeat(257) + "\":1}}");

    assertThat(log.rejected())
        .extracting(RejectedEvent::reason)
        .containsExactly("too-long", "too-many", "too-long");
  }
}
