package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ga4ProtocolTest {

  private final Ga4 shop = new Ga4();

  @Test
  void requestSaysOnceWhoseItsEventsAre() {
    shop.taken(
        "{\"client_id\":\"7.9\",\"user_id\":\"u\",\"timestamp_micros\":\"1772366390123456\","
            + "\"user_location\":{\"city\":\"Kyiv\",\"region_id\":\"UA-30\","
            + "\"country_id\":\"UA\"},"
            + "\"device\":{\"category\":\"mobile\",\"language\":\"uk\"},\"events\":["
            + "{\"name\":\"x\",\"params\":{\"session_id\":1772366000}},"
            + "{\"name\":\"y\",\"timestamp_micros\":1772366391000000}]}");

    assertThat(shop.desk.events())
        .extracting(
            CustomerEvent::identity,
            CustomerEvent::anonymousId,
            CustomerEvent::occurredAt,
            CustomerEvent::sessionId,
            CustomerEvent::channel)
        .containsExactly(
            tuple(
                "u",
                "7.9",
                Instant.parse("2026-03-01T11:59:50.123456Z"),
                "7.9.1772366000",
                Channel.WEB),
            tuple("u", "7.9", Instant.parse("2026-03-01T11:59:51Z"), null, Channel.WEB));
    assertThat(shop.desk.event().context())
        .extracting(
            EventContext::country, EventContext::region, EventContext::city, EventContext::language)
        .containsExactly("UA", "UA-30", "Kyiv", "uk");
  }

  @Test
  void firebaseStreamIsAnApp() {
    SentRequest app =
        SentRequest.post("/mp/collect", Ga4.NOW)
            .withParameter("api_secret", TestDesk.KEY)
            .withParameter("firebase_app_id", "1:2:android:3");
    shop.desk.taken(
        shop.protocol, app, "{\"app_instance_id\":\"i\",\"events\":[{\"name\":\"x\"}]}");

    assertThat(shop.desk.event().channel()).isEqualTo(Channel.APP);
    assertThat(shop.desk.event().anonymousId()).isEqualTo("i");
  }

  @Test
  void keyIsTheApiSecretAndNothingElse() {
    SentRequest none = SentRequest.post("/mp/collect", Ga4.NOW);
    SentRequest wrong = none.withParameter("api_secret", "wrong");
    SentRequest elsewhere = none.withParameter("writeKey", TestDesk.KEY);

    for (SentRequest request : List.of(none, wrong, elsewhere)) {
      assertThat(shop.desk.serve(shop.protocol, request, Ga4.body("")))
          .isEqualTo(new Outcome.Unauthorised());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"client_id\":\"a\"} | missing-batch | /events",
        "{\"events\":[{\"name\":\"x\"}]} | missing-id | /client_id",
        "{\"client_id\":\"undefined\",\"events\":[]} | missing-id | /client_id",
        "{\"client_id\":\"a\",\"user_id\":\"anonymous:b\",\"events\":[]} | reserved-id | /user_id",
        "{\"client_id\":\"a\\u0000\",\"events\":[]} | invalid-id | /client_id",
        "{\"client_id\":\"a\",\"timestamp_micros\":\"now\",\"events\":[]} | invalid-time |"
            + " /timestamp_micros",
        "{\"client_id\":\"a\",\"timestamp_micros\":1e15,\"events\":[]} | invalid-time |"
            + " /timestamp_micros",
        "[] | not-an-object |",
        "{ | malformed-json |"
      })
  void requestOfWhichNothingCanBeTakenIsKeptWholeOnce(String body, String reason, String pointer) {
    Outcome outcome = shop.collect(body);

    assertThat(outcome).isInstanceOf(Outcome.Unreadable.class);
    assertThat(shop.rejected())
        .extracting(RejectedEvent::reason, RejectedEvent::field, RejectedEvent::payload)
        .containsExactly(reason, pointer, body);
  }

  @Test
  void streamMustBeNamed() {
    SentRequest request =
        SentRequest.post("/mp/collect", Ga4.NOW).withParameter("api_secret", TestDesk.KEY);
    shop.desk.serve(shop.protocol, request, Ga4.body("{\"name\":\"x\"}"));

    assertThat(shop.rejected().reason()).isEqualTo("missing-stream");
  }

  @Test
  void eventsBeyondTheLimitsAreRefusedAndNotCut() {
    StringBuilder events = new StringBuilder();
    for (int index = 0; index < 27; index++) {
      events.append(index == 0 ? "" : ",").append("{\"name\":\"e").append(index).append("\"}");
    }
    Receipt receipt = shop.taken(Ga4.body(events.toString()));

    assertThat(receipt.accepted()).isEqualTo(25);
    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::index, Receipt.Rejection::reason)
        .containsExactly(tuple(25, "too-many"), tuple(26, "too-many"));
  }

  @Test
  void eventThatNoReaderCouldKeepIsRefusedAlone() {
    Receipt receipt =
        shop.taken(
            Ga4.body("{\"name\":\"x\"},{\"name\":\"y\",\"name\":\"z\"},{\"name\":\"\\ud800\"}"));

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .extracting(Receipt.Rejection::reason, Receipt.Rejection::pointer)
        .containsExactly(tuple("duplicate-field", "/name"), tuple("invalid-text", "/name"));
  }

  @Test
  void paramsItemsAndBytesAreLimited() {
    StringBuilder params = new StringBuilder("{\"p\":0");
    for (int index = 0; index < 25; index++) {
      params.append(",\"p").append(index).append("\":0");
    }
    String items = String.join(",", Collections.nCopies(201, "{\"item_id\":\"a\"}"));
    shop.collect(Ga4.body(Ga4.event("x", params + "}")));
    shop.collect(Ga4.body(Ga4.event("view_cart", "{\"items\":[" + items + "]}")));
    shop.collect(Ga4.body(" ".repeat(130 * 1024)));

    assertThat(shop.desk.log().rejected())
        .extracting(RejectedEvent::reason, RejectedEvent::field)
        .containsExactly(
            tuple("too-many", "/params"),
            tuple("too-many", "/params/items"),
            tuple("too-large", null));
  }

  @Test
  void userPropertiesAndConsentAreCallsOfTheirOwn() {
    String body =
        "{\"client_id\":\"a\",\"user_properties\":{\"tier\":{\"value\":\"gold\"},"
            + "\"old\":{\"value\":null}},\"consent\":{\"ad_user_data\":\"GRANTED\","
            + "\"ad_personalization\":\"DENIED\"},\"events\":[{\"name\":\"x\"}]}";
    Receipt receipt = shop.taken(body);

    assertThat(receipt.accepted()).isEqualTo(3);
    assertThat(shop.desk.events().get(1).payload())
        .isEqualTo(new Payload.TraitsChanged(traits("tier", "gold", "old", null)));
    assertThat(shop.desk.events().get(2).payload())
        .isEqualTo(
            new Payload.ConsentChanged(Map.of("ad_user_data", true, "ad_personalization", false)));
    assertThat(shop.eventIds()).doesNotHaveDuplicates();
  }

  @Test
  void faultyConsentLeavesTheEventsAlone() {
    Receipt receipt =
        shop.taken(
            "{\"client_id\":\"a\",\"consent\":{\"ad_user_data\":\"maybe\"},"
                + "\"user_properties\":7,\"events\":[{\"name\":\"x\"}]}");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(shop.desk.log().rejected())
        .extracting(RejectedEvent::field, RejectedEvent::payload)
        .containsExactly(
            tuple("/user_properties", "{\"user_properties\":7}"),
            tuple("/consent/ad_user_data", "{\"consent\":{\"ad_user_data\":\"maybe\"}}"));
  }

  private static Map<String, Object> traits(String a, Object va, String b, Object vb) {
    Map<String, Object> traits = new LinkedHashMap<>();
    traits.put(a, va);
    traits.put(b, vb);
    return traits;
  }
}
