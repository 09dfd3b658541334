package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Alias;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkCallsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String PAGE = "{\"userId\":\"u\"}";

  private final TestDesk desk = new TestDesk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"b\",\"previousId\":\"a\"}",
        "{\"anonymousId\":\"d\",\"userId\":\"b\",\"previousId\":\"a\"}",
        "{\"mergeProperties\":[{\"type\":\"user_id\",\"value\":\"a\"},"
            + "{\"type\":\"External-ID\",\"value\":\"b\"}]}",
        "{\"userId\":\"x\",\"mergeProperties\":[{\"type\":\"userId\",\"value\":\"a\"},"
            + "{\"type\":\"customer_id\",\"value\":\"b\"}]}"
      })
  void mergeLinksTwoKnownIds(String body) {
    send("/v1/merge", body);
    send("/v1/batch", "{\"batch\":[{\"type\":\"merge\"," + body.substring(1) + "]}");

    assertThat(desk.log().received())
        .hasSize(2)
        .allSatisfy(
            received -> {
              Alias link = received.alias();
              assertThat(link.cause()).isEqualTo(Alias.Cause.MERGE);
              assertThat(link.userId()).isEqualTo("b");
              assertThat(link.previousId()).isEqualTo("a");
              assertThat(link.linksKnownIds()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"userId\":\"b\"} | missing-previous-id | /previousId",
        "{\"previousId\":\"a\"} | missing-id | /userId",
        "{\"userId\":\"a\",\"previousId\":\" a \"} | same-id | /previousId",
        "{\"userId\":\"guest\",\"previousId\":\"a\"} | missing-id | /userId",
        "{\"userId\":\"anonymous:d\",\"previousId\":\"a\"} | reserved-id | /userId",
        "{\"mergeProperties\":7} | invalid-value | /mergeProperties",
        "{\"mergeProperties\":[{\"type\":\"userId\",\"value\":\"a\"}]} | invalid-value |"
            + " /mergeProperties",
        "{\"mergeProperties\":[{\"type\":\"userId\",\"value\":\"a\"},"
            + "{\"type\":\"email\",\"value\":\"a@b.example\"}]} | invalid-value |"
            + " /mergeProperties/1/type",
        "{\"mergeProperties\":[{\"type\":\"userId\",\"value\":\"a\"},"
            + "{\"type\":\"userId\",\"value\":\"0\"}]} | missing-id | /mergeProperties/1/value",
        "{\"mergeProperties\":[{\"type\":\"userId\",\"value\":\"a\"},"
            + "{\"type\":\"userId\",\"value\":\"a\"}]} | same-id | /mergeProperties"
      })
  void mergeOfAnythingElseIsRefused(String body, String reason, String field) {
    Outcome outcome = send("/v1/merge", body);

    assertThat(outcome).isInstanceOf(Outcome.NothingTaken.class);
    RejectedEvent rejected = desk.log().rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.payload()).isEqualTo(body);
  }

  @Test
  void beaconIsABatch() {
    send("/beacon/v1/batch", "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}]}");

    assertThat(desk.events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "dd266c67-9199-4a52-ba32-f46ddde67312, dd266c67-9199-4a52-ba32-f46ddde67312",
    "ZGV2aWNlLTE=, device-1",
    "abcdabcd, abcdabcd",
    "' d ', d"
  })
  void headerNamesTheDeviceThatTheCallDoesNot(String header, String device) {
    send(post("/v1/page").withHeader("AnonymousId", header), PAGE);

    assertThat(desk.log().received().get(0).anonymousId()).isEqualTo(device);
  }

  @Test
  void callsOwnDeviceStandsOverTheHeaders() {
    send(
        post("/v1/batch").withHeader("AnonymousId", "header"),
        """
        {"batch":[{"type":"page","anonymousId":"own"},{"type":"page"},
                  {"type":"page","anonymousId":null}]}""");

    assertThat(desk.log().received())
        .extracting(received -> received.anonymousId())
        .containsExactly("own", "header", "header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"Product Viewed\"} | {\"anonymousId\":\"d\",\"event\":\"Product Viewed\"}",
        "{ } | {\"anonymousId\":\"d\" }",
        "{\"anonymousId\":null,\"event\":\"Product Viewed\"}"
            + " | {\"anonymousId\":\"d\",\"event\":\"Product Viewed\"}",
        "[1] | [1]"
      })
  void deviceOfAHeaderIsKeptWithARefusedCall(String body, String kept) {
    String header = Base64.getEncoder().encodeToString("d".getBytes(UTF_8));

    send(post("/v1/track").withHeader("AnonymousId", header), body);

    assertThat(desk.log().rejected().get(0).payload()).isEqualTo(kept);
  }

  private Outcome send(String path, String body) {
    return send(post(path), body);
  }

  private static SentRequest post(String path) {
    return SentRequest.post(path, NOW).withParameter("writeKey", TestDesk.KEY);
  }

  private Outcome send(SentRequest request, String body) {
    return desk.serve(new SegmentProtocol(), request, body);
  }
}
