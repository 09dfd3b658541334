package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;

/** The table that READMEs quote, from {@code ingest.json}. */
public final class IngestTable {

  private final JsonNode figures;

  private IngestTable(JsonNode figures) {
    this.figures = figures;
  }

  /** The whole page. */
  public static String of(JsonNode figures) {
    return new IngestTable(figures).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| median of %s rounds (min – max) | ingest | against | ratio | goal |"
            .formatted(figures.path("settings").path("rounds").asText()));
    lines.add("|---|---|---|---|---|");
    String producer = "ProducerPerformance, acks=all: ";
    lines.add(batches("batches of 100, topology paused", "batchAlone", producer, "0.4"));
    lines.add(batches("batches of 100, topology running", "batchRunning", producer, "0.15"));
    lines.add(singles("single calls, topology paused", "singleAlone"));
    lines.add(singles("single calls, topology running", "singleRunning"));
    lines.add("");
    lines.add("| single calls, ms | p50 | p99 | p99.9 |");
    lines.add("|---|---|---|---|");
    lines.add(waits("ingest, topology paused", "singleAlone", "/ours/http"));
    lines.add(waits("ingest, topology running", "singleRunning", "/ours/http"));
    lines.add(waits("bare handler", "singleAlone", "/theirs"));
    lines.add("");
    lines.add("| | |");
    lines.add("|---|---|");
    lines.add(row("ProducerPerformance with ingest's settings, events/s", producerAsIngest()));
    lines.add(row("topology into `customer-events`, events/s", number("topologyEventsPerSecond")));
    lines.add(row("bytes a remembered id, on disk", number("bytesPerRememberedId")));
    lines.add(row("peak resident memory of ingest, MiB", mebibytes("peakResidentBytes")));
    lines.add(row("peak heap of ingest, MiB", mebibytes("peakHeapBytes")));
    lines.add(row("bytes an event", number("bytesPerEvent")));
    lines.add(row("requests that failed", number("errors")));
    lines.add(
        row(
            "events answered with 200 / in `customer-events`",
            number("eventsTaken") + " / " + number("eventsWritten")));
    lines.add("");
    lines.add(circumstances(figures));
    return String.join("\n", lines) + "\n";
  }

  /** On what, when and of which source figures were taken. */
  static String circumstances(JsonNode figures) {
    JsonNode machine = figures.path("machine");
    return "%s at %s; %d cores of %s, %d GiB, %s, %s, load average %.1f before."
        .formatted(
            figures.path("date").asText(),
            figures.path("commit").asText(),
            machine.path("cores").asInt(),
            machine.path("processor").asText(),
            machine.path("memoryBytes").asLong() >> 30,
            machine.path("jdk").asText(),
            machine.path("system").asText(),
            machine.path("loadAverage").asDouble());
  }

  private String batches(String what, String comparison, String against, String goal) {
    return "| %s, events/s | %s | %s%s | %s | ≥ %s |"
        .formatted(
            what,
            spread(comparison, r -> perSecond(r.at("/ours/http"), "accepted"), 0),
            against,
            spread(comparison, r -> r.at("/theirs/recordsPerSecond").asDouble(), 0),
            ratio(comparison),
            goal);
  }

  private String singles(String what, String comparison) {
    return "| %s, calls/s | %s | bare Quarkus handler: %s | %s | ≥ 0.5 |"
        .formatted(
            what,
            spread(comparison, r -> perSecond(r.at("/ours/http"), "requests"), 0),
            spread(comparison, r -> perSecond(r.at("/theirs"), "requests"), 0),
            ratio(comparison));
  }

  private String waits(String what, String comparison, String side) {
    return "| %s | %s | %s | %s |"
        .formatted(
            what,
            spread(comparison, r -> r.at(side + "/p50Millis").asDouble(), 1),
            spread(comparison, r -> r.at(side + "/p99Millis").asDouble(), 1),
            spread(comparison, r -> r.at(side + "/p999Millis").asDouble(), 1));
  }

  private static double perSecond(JsonNode round, String count) {
    return round.path(count).asLong() / round.path("seconds").asDouble();
  }

  private String ratio(String comparison) {
    JsonNode ratio = figures.path(comparison).path("ratio");
    return String.format(
        Locale.ROOT,
        "**%.3f** (%.3f – %.3f)",
        ratio.path("median").asDouble(),
        ratio.path("min").asDouble(),
        ratio.path("max").asDouble());
  }

  private String spread(String comparison, ToDoubleFunction<JsonNode> value, int decimals) {
    Spread spread =
        Spread.of(
            StreamSupport.stream(figures.path(comparison).path("rounds").spliterator(), false)
                .map(value::applyAsDouble)
                .toList());
    String pattern = "%,." + decimals + "f";
    return String.format(
        Locale.ROOT,
        pattern + " (" + pattern + " – " + pattern + ")",
        spread.median(),
        spread.min(),
        spread.max());
  }

  private String producerAsIngest() {
    JsonNode rate = figures.path("producerAsIngest");
    return String.format(
        Locale.ROOT,
        "%,.0f (%,.0f – %,.0f)",
        rate.path("median").asDouble(),
        rate.path("min").asDouble(),
        rate.path("max").asDouble());
  }

  private String number(String figure) {
    return String.format(Locale.ROOT, "%,.0f", figures.path(figure).asDouble());
  }

  private String mebibytes(String figure) {
    return Long.toString(figures.path(figure).asLong() >> 20);
  }

  private static String row(String what, String value) {
    return "| " + what + " | " + value + " |";
  }
}
