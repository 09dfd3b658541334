package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.platform.PlatformException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadingTest {

  @TempDir private Path directory;

  private FakeIngest ingest;

  @BeforeEach
  void start() throws Exception {
    ingest = new FakeIngest();
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void busyIngestIsAskedAgainUntilAllIsTakenOnce() throws Exception {
    ingest.busyWith.addAll(List.of(503, 429, 503));

    LoadReport report = load(FakeIngest.WRITE_KEY, false, calls(3_000));

    assertThat(report.eventsTaken()).isEqualTo(3_000);
    assertThat(ingest.taken)
        .extracting(call -> call.path("messageId").asText())
        .doesNotHaveDuplicates()
        .hasSize(3_000);
  }

  @Test
  void callsOfOneShopperArriveInOrder() throws Exception {
    load(FakeIngest.WRITE_KEY, false, calls(3_000));

    for (int shopper = 0; shopper < 7; shopper++) {
      String id = "u" + shopper;
      assertThat(ingest.taken)
          .filteredOn(call -> call.path("userId").asText().equals(id))
          .extracting(call -> Integer.parseInt(call.path("messageId").asText()))
          .isSorted();
    }
  }

  @Test
  void refusalsAreCountedByReasonAndListedWithTheirLines() throws Exception {
    List<String> lines = new ArrayList<>(calls(2));
    lines.add(
        "{\"type\":\"track\",\"userId\":\"u\",\"messageId\":\"a,b\",\"properties\":{\"bad\":true}}");
    lines.add("no call");

    LoadReport report = load(FakeIngest.WRITE_KEY, false, lines);

    assertThat(report.eventsSent()).isEqualTo(3);
    assertThat(report.eventsTaken()).isEqualTo(2);
    assertThat(report.eventsRefused()).isEqualTo(Map.of("invalid-money", 1L));
    assertThat(report.text()).contains("invalid-money", report.rejectedFile().toString());
    assertThat(Files.readAllLines(report.rejectedFile()))
        .containsExactlyInAnyOrder(
            "line,messageId,reason", "3,\"a,b\",invalid-money", "4,,malformed JSON");
  }

  @Test
  void rebasedLoadEndsNowAndKeepsItsDistances() throws Exception {
    load(FakeIngest.WRITE_KEY, true, calls(61));

    List<Instant> times =
        ingest.taken.stream()
            .map(call -> Instant.parse(call.path("timestamp").asText()))
            .sorted()
            .toList();
    assertThat(times.get(60)).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(Duration.between(times.get(0), times.get(60))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void packedFileOfLargeEventsIsTakenWhole() throws Exception {
    String large = "x".repeat(700_000);
    String text =
        IntStream.range(0, 60)
            .mapToObj(
                index ->
                    "{\"type\":\"track\",\"userId\":\"u%d\",\"messageId\":\"%d\",\"properties\":{\"t\":\"%s\"}}%n"
                        .formatted(index, index, large))
            .collect(Collectors.joining());

    LoadReport report =
        load(
            Recorded.packed(directory, "calls.gz", text),
            new SegmentCalls(),
            false,
            FakeIngest.WRITE_KEY);

    assertThat(report.eventsTaken()).isEqualTo(60);
  }

  @Test
  void wrongWriteKeyEndsTheLoadAndSaysSo() {
    assertThatThrownBy(() -> load("wrong", false, calls(10)))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("write key");
  }

  @Test
  void catalogueTravelsBesideTheEvents() throws Exception {
    Path file =
        Recorded.file(
            directory,
            "f.csv",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "1,A,ANT,2,2011-01-01 10:01:00,1,1,UK");

    LoadReport report = load(file, new OnlineRetail("USD"), false, FakeIngest.WRITE_KEY);

    assertThat(report.itemsTaken()).isEqualTo(1);
    assertThat(ingest.items).extracting(JsonNode::toString).first().asString().contains("ANT");
  }

  private static List<String> calls(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index ->
                "{\"type\":\"track\",\"event\":\"X\",\"messageId\":\"%d\",\"userId\":\"u%d\",\"timestamp\":\"%s\"}"
                    .formatted(
                        index, index % 7, Instant.parse("2020-01-01T00:00:00Z").plusSeconds(index)))
        .toList();
  }

  private LoadReport load(String writeKey, boolean rebaseToNow, List<String> lines)
      throws Exception {
    Path file = Files.write(directory.resolve("calls"), lines);
    return load(file, new SegmentCalls(), rebaseToNow, writeKey);
  }

  private LoadReport load(Path file, Format format, boolean rebaseToNow, String writeKey)
      throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Loading(ingest.client(writeKey), nowhere)
        .run(new Loading.Order(file, format, rebaseToNow, 0, directory.resolve("rejected")), null);
  }
}
