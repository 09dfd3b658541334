package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineFormatsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path directory;

  @Test
  void cdnowRowIsAnOrderWithAndWithoutHeaderAndSecondId() throws Exception {
    Path master =
        Recorded.file(
            directory,
            "master",
            " customer_id  date number_of_cds  dollar_value",
            " 00001 19970101  1   11.77",
            " 00001 19970101  0   0.00");
    Path sample = Recorded.file(directory, "sample", " 00004 0001 19970118  2   29.73", " 9 x");

    Recorded fromMaster = Recorded.of(new Cdnow("USD"), master);
    Recorded fromSample = Recorded.of(new Cdnow("USD"), sample);

    assertThat(fromMaster.rows.rowsRead()).isEqualTo(2);
    assertThat(fromMaster.calls)
        .extracting(call -> call.body().path("messageId").asText())
        .containsExactly("cdnow:00001:1", "cdnow:00001:2");
    assertThat(fromMaster.calls.get(1).body().at("/properties/revenue").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(fromSample.calls.get(0).time()).isEqualTo("1997-01-18T00:00:00Z");
    assertThat(fromSample.calls.get(0).body().at("/properties/revenue").asText())
        .isEqualTo("29.73");
    assertThat(fromSample.rows.fault()).isPresent();
  }

  @Test
  void sessionsAreSpreadOverAWeekThatEndedTwoHoursAgo() throws Exception {
    Path file = Recorded.file(directory, "sessions", "a b", "c", "d e f", "g");

    Recorded recorded = Recorded.of(new Sessions(NOW), file);

    Instant end = NOW.minus(Duration.ofHours(2));
    assertThat(recorded.calls).hasSize(7);
    assertThat(recorded.calls.get(0).time()).isEqualTo(end.minus(Duration.ofDays(7)));
    assertThat(recorded.calls.get(1).time())
        .isEqualTo(end.minus(Duration.ofDays(7)).plusSeconds(10));
    assertThat(recorded.calls).allMatch(call -> call.time().isBefore(end));
    assertThat(recorded.calls.get(4).body())
        .hasToString(
            "{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"sessions:s3:1\","
                + "\"anonymousId\":\"s3\",\"properties\":{\"product_id\":\"e\"},"
                + "\"context\":{\"sessionId\":\"s3\"}}");
  }

  @Test
  void clicksBecomeTheEventsTheyStandFor() throws Exception {
    Path file =
        Recorded.file(
            directory, "clicks", "1,2,3,pv,1511544070", "1,2,3,buy,1511544071", "1,2,3,eat,1", "");

    Recorded recorded = Recorded.of(new Clickstream("CNY"), file);

    assertThat(recorded.calls)
        .extracting(call -> call.body().path("event").asText())
        .containsExactly("Product Viewed", "Order Completed");
    assertThat(recorded.calls.get(1).body().at("/properties/products/0/product_id").asText())
        .isEqualTo("2");
    assertThat(recorded.rows.rejectedByReason()).isEqualTo(Map.of("unknown behaviour", 1L));
  }

  @Test
  void segmentCallsKeepTheirTimesAndGetIdsThatFollowFromTheirText() throws Exception {
    Path file =
        Recorded.file(
            directory,
            "calls",
            "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\","
                + "\"timestamp\":\"2026-01-01T01:00:00+01:00\",\"sentAt\":\"2026-02-01T00:00:00Z\"}",
            "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"u\",\"timestamp\":\"soon\"}",
            "[1]",
            "{\"type\":\"tra");

    Recorded once = Recorded.of(new SegmentCalls(), file);
    Recorded again = Recorded.of(new SegmentCalls(), file);

    assertThat(once.calls).isEqualTo(again.calls);
    assertThat(once.calls).hasSize(2);
    assertThat(once.calls.get(0).time()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(once.calls.get(0).body().has("sentAt")).isFalse();
    assertThat(once.calls.get(1).body().path("timestamp").asText()).isEqualTo("soon");
    assertThat(once.rows.rejectedByReason())
        .isEqualTo(Map.of("not a JSON object", 1L, "malformed JSON", 1L));
    assertThat(once.rows.fault()).get().asString().contains("line 4");
  }
}
