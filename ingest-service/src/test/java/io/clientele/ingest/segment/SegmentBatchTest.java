package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.Channel;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.FakeLog;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many calls in one body, and what stands around them. */
final class SegmentBatchTest {

  private final SegmentDesk segment = new SegmentDesk();
  private final FakeLog log = segment.log();

  @Test
  void valuesCountOverAllFieldsOfABody() {
    String many = "[" + "{},".repeat(130_000) + "{}]";

    Fault fault =
        segment.unreadable("batch", "{\"a\":" + many + ",\"batch\":[{\"p\":" + many + "}]}");

    assertThat(fault.reason()).isEqualTo(Reason.TOO_MANY);
  }

  @Test
  void eventOfABatchWithTooMuchAroundItIsReadAgainWithItsTimeAndWithoutTheRest() {
    segment.refused(
        "batch",
        "{\"context\":{\"a\":\""
            + "a".repeat(5_000)
            + "\"},\"note\":\""
            + "n".repeat(5_000)
            + "\",\"sentAt\":\"2026-03-01T13:00:00Z\",\"batch\":[{\"type\":\"page\"}]}");
    RejectedEvent rejected = log.rejected().get(0);

    Content again =
        new SegmentProtocol()
            .reread(
                SentRequest.post("/v1/batch", SegmentDesk.NOW),
                rejected.payload().getBytes(UTF_8),
                rejected.around());

    assertThat(rejected.around()).isEqualTo("{\"sentAt\":\"2026-03-01T13:00:00Z\"}");
    Calls calls = ((Content.Read) again).calls();
    assertThat(calls.items()).hasSize(1);
    assertThat(calls.sentAt()).isEqualTo(SegmentDesk.NOW.plusSeconds(3_600));
  }

  @Test
  void asMuchAsFitsIsKeptOfWhatStoodAroundABatch() {
    StringBuilder fields = new StringBuilder("{\"sentAt\":\"2026-03-01T13:00:00Z\",");
    for (int index = 0; index < 100; index++) {
      fields
          .append("\"field-")
          .append(index)
          .append("\":\"")
          .append("\\u0001".repeat(20))
          .append("\",");
    }
    segment.refused("batch", fields + "\"batch\":[{\"type\":\"page\"}]}");

    assertThat(log.rejected().get(0).around())
        .startsWith("{\"sentAt\":\"2026-03-01T13:00:00Z\",\"field-0\":")
        .hasSizeBetween(3_900, 4_096);
  }

  @Test
  void restOfABatchIsTaken() {
    Receipt receipt =
        segment.taken(
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
        segment.taken(
            "batch",
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"name\":\""
                + "n".repeat(1024 * 1024)
                + "\"},{\"type\":\"page\",\"userId\":\"u\"}]}");

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected().get(0).reason()).isEqualTo("too-large");
  }

  /** Each of its texts is cleaned, and each change written down. */
  @Test
  void eventThatOutgrowsARecordIsKeptAsItWasSent() {
    String padded =
        IntStream.range(0, 40_000)
            .mapToObj(index -> "\"a" + index + "\":\" x\"")
            .collect(Collectors.joining(","));
    String event =
        "{\"type\":\"track\",\"event\":\"Padded\",\"anonymousId\":\"d\",\"messageId\":\"m\","
            + "\"properties\":{"
            + padded
            + "}}";

    segment.refused("batch", "{\"sentAt\":\"2026-03-01T12:00:00Z\",\"batch\":[" + event + "]}");

    RejectedEvent rejected = log.rejected().get(0);
    assertThat(rejected.reason()).isEqualTo("too-large");
    assertThat(rejected.payload()).isEqualTo(event);
    assertThat(rejected.around()).isEqualTo("{\"sentAt\":\"2026-03-01T12:00:00Z\"}");
  }

  @Test
  void emptyBatchIsNoFault() {
    assertThat(segment.taken("import", "{\"batch\":[]}")).isEqualTo(new Receipt(0, List.of()));
  }

  @Test
  void clockOfTheSenderIsCorrectedByTheBatchesSentAt() {
    segment.taken(
        "batch",
        """
        {"sentAt":"2026-03-01T13:00:00.000Z","batch":[
          {"type":"page","userId":"u","timestamp":"2026-03-01T14:59:50+0200"}]}""");

    assertThat(segment.event().occurredAt()).isEqualTo(SegmentDesk.NOW.minusSeconds(10));
  }

  @Test
  void itemsContextStandsOverTheBatches() {
    segment.taken(
        "batch",
        """
        {"context":{"library":{"name":"analytics-ios"},"locale":"de-DE","campaign":{"name":"a"}},
         "batch":[{"type":"page","userId":"u","context":{"campaign":{"name":"b"}}}]}""");

    assertThat(segment.event().channel()).isEqualTo(Channel.APP);
    assertThat(segment.event().context().campaign()).isEqualTo("b");
    assertThat(segment.event().context().language()).isEqualTo("de-DE");
  }

  @Test
  void batchOfTheJavaClientBringsItsKeyInTheBody() {
    Outcome answer =
        segment.answer(
            "import",
            null,
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}],\"writeKey\":\"secret\"}");

    assertThat(answer).isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void batchOfTooManyEventsIsNotTakenAtAll() {
    String event = "{\"type\":\"page\",\"userId\":\"u\"}";
    String most = (event + ",").repeat(2_499) + event;

    Fault fault = segment.unreadable("batch", "{\"batch\":[" + most + "," + event + "]}");

    assertThat(fault.reason()).isEqualTo(Reason.TOO_MANY);
    assertThat(log.received()).isEmpty();
    assertThat(segment.taken("batch", "{\"batch\":[" + most + "]}").accepted()).isEqualTo(2_500);
  }

  @Test
  void bodyOfTooManyValuesIsNotReadIntoMemory() {
    String body = "{\"batch\":[{\"type\":\"track\",\"p\":[" + "{},".repeat(250_000) + "{}]}]}";

    assertThat(segment.unreadable("batch", body).reason()).isEqualTo(Reason.TOO_MANY);
  }

  @Test
  void faultySentAtOfABatchIsNamedOnce() {
    Fault fault =
        segment.unreadable(
            "batch",
            """
            {"sentAt":"today","batch":[
              {"type":"page","userId":"u"},{"type":"page","userId":"u"}]}""");

    assertThat(fault.pointer()).isEqualTo("/sentAt");
    assertThat(log.rejected()).hasSize(1);
  }

  @Test
  void brokenBodyIsKeptWholeAndItsPlaceNamed() {
    String body = "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"},{\"ty";

    Fault fault = segment.unreadable("batch", body);

    assertThat(fault.detail()).contains("line 1, column 44");
    assertThat(log.rejected().get(0).payload()).isEqualTo(body);
    assertThat(log.received()).isEmpty();
  }

  @Test
  void refusedEventOfABatchIsReadAgainWithWhatStoodAroundIt() {
    segment.taken(
        "batch",
        """
        {"sentAt":"2026-03-01T13:00:00.000Z","writeKey":"secret","context":{"locale":"de-CH"},
         "batch":[{"type":"page","userId":"u"},{"type":"pag","userId":"v"}]}""");
    RejectedEvent rejected = log.rejected().get(0);

    Content again =
        new SegmentProtocol()
            .reread(
                SentRequest.post("/v1/batch", SegmentDesk.NOW),
                rejected.payload().replace("pag", "page").getBytes(UTF_8),
                rejected.around());

    Calls calls = ((Content.Read) again).calls();
    assertThat(calls.items()).hasSize(1);
    assertThat(calls.sentAt()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(calls.shared().node().at("/context/locale").textValue()).isEqualTo("de-CH");
    assertThat(again.writeKey()).isNotEqualTo(TestDesk.KEY);
  }

  @Test
  void browserOfABeaconIsToldByItsHeader() {
    TestDesk desk = new TestDesk();
    SentRequest beacon =
        SentRequest.post("/beacon/v1/batch", SegmentDesk.NOW)
            .withHeader("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")
            .withParameter("writeKey", TestDesk.KEY);

    desk.serve(new SegmentProtocol(), beacon, "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}]}");

    assertThat(desk.event().context().bot()).isTrue();
  }
}
