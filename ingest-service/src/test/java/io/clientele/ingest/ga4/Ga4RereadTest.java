package io.clientele.ingest.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was refused can be sent through again, long after its request. */
final class Ga4RereadTest {

  private final Ga4 shop = new Ga4();

  @Test
  void whatWasRefusedCanBeReadAgainOnItsOwn() {
    SentRequest app =
        SentRequest.post("/mp/collect", Ga4.NOW)
            .withParameter("api_secret", TestDesk.KEY)
            .withParameter("firebase_app_id", "1:2:android:3");
    shop.desk.serve(
        shop.protocol,
        app,
        "{\"app_instance_id\":\"i\",\"consent\":{\"ad_user_data\":\"maybe\"},"
            + "\"events\":[{\"name\":\"y\"},{\"name\":\"purchase\"}]}");
    SentRequest later = SentRequest.post("/mp/collect", Ga4.NOW.plusSeconds(86_400));

    List<Item> again =
        shop.desk.log().rejected().stream()
            .map(each -> reread(later, each))
            .flatMap(content -> ((Content.Read) content).calls().items().stream())
            .toList();

    assertThat(again)
        .extracting(Item::text)
        .containsExactly("{\"name\":\"purchase\"}", "{\"consent\":{\"ad_user_data\":\"maybe\"}}");
    assertThat(again)
        .extracting(item -> item.node().path("messageId").asText())
        .containsExactlyElementsOf(
            shop.desk.log().rejected().stream().map(RejectedEvent::messageId).toList());
    assertThat(again)
        .extracting(item -> item.node().path("channel").asText() + item.node().path("timestamp"))
        .containsOnly("app\"2026-03-01T12:00:00Z\"");
  }

  @Test
  void requestThatWasRefusedWholeIsReadAgainWhole() {
    shop.collect("{\"client_id\":\"a\",\"events\":7}");
    String mended = "{\"app_instance_id\":\"a\",\"events\":[{\"name\":\"x\"}]}";

    Content content =
        shop.protocol.reread(
            SentRequest.post("/mp/collect", Ga4.NOW), mended.getBytes(UTF_8), null);

    assertThat(shop.rejected().around()).isNull();
    assertThat(((Content.Read) content).calls().items())
        .extracting(item -> item.node().path("channel").asText())
        .containsExactly("app");
  }

  @Test
  void eventWithTooMuchAroundItIsReadAgainAsOfTheSameCustomer() {
    shop.collect(
        "{\"user_properties\":{\"note\":{\"value\":\""
            + "n".repeat(5_000)
            + "\"}},\"client_id\":\"7.9\",\"user_id\":\"u\",\"timestamp_micros\":1772366390000000,"
            + "\"events\":[{\"name\":\"purchase\"}]}");
    RejectedEvent rejected = shop.rejected();

    Content again = reread(Ga4.request("/mp/collect", Ga4.NOW.plusSeconds(86_400)), rejected);

    JsonNode call = ((Content.Read) again).calls().items().get(0).node();
    assertThat(call.path("anonymousId").asText()).isEqualTo("7.9");
    assertThat(call.path("userId").asText()).isEqualTo("u");
    assertThat(call.path("timestamp").asText()).isEqualTo("2026-03-01T11:59:50Z");
    assertThat(call.path("messageId").asText()).isEqualTo(rejected.messageId());
  }

  @Test
  void brokenSurroundingsAreNoReasonToFail() {
    Content content =
        shop.protocol.reread(
            SentRequest.post("/mp/collect", Ga4.NOW), "{}".getBytes(UTF_8), "[nonsense");

    assertThat(((Content.Unreadable) content).fault().reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  private Content reread(SentRequest request, RejectedEvent rejected) {
    return shop.protocol.reread(request, rejected.payload().getBytes(UTF_8), rejected.around());
  }
}
