package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;

/** The tables that READMEs quote, from {@code profile.json}. */
public final class ProfileTable {

  private static final String THROUGHPUT = "/throughput/rounds";
  private static final String READS = "/reads/rounds";

  private final JsonNode figures;
  private final List<String> lines = new ArrayList<>();

  private ProfileTable(JsonNode figures) {
    this.figures = figures;
  }

  /** The whole page. */
  public static String of(JsonNode figures) {
    return new ProfileTable(figures).text();
  }

  private String text() {
    throughput();
    reads();
    sizes();
    restore();
    costs();
    checks();
    lines.add(IngestTable.circumstances(figures));
    return String.join("\n", lines) + "\n";
  }

  private void throughput() {
    table(
        "median of %s rounds (min – max) | profile-service | bare counter | ratio | goal"
            .formatted(figures.at("/settings/rounds").asText()),
        5);
    row(
        "events/s, backlogs of %,d".formatted(figures.at("/settings/backlog").asLong()),
        spread(THROUGHPUT, round -> perSecond(round.path("ours")), 0),
        spread(THROUGHPUT, round -> perSecond(round.path("theirs")), 0),
        "**" + spread(figures.at("/throughput/ratio"), 3) + "**",
        "≥ 0.3");
    row(
        "processor time an event, µs",
        spread(THROUGHPUT, round -> round.at("/ours/cpuMicrosPerEvent").asDouble(), 0),
        spread(THROUGHPUT, round -> round.at("/theirs/cpuMicrosPerEvent").asDouble(), 0),
        "",
        "");
  }

  private void reads() {
    table(
        "`GET /v1/customers/{id}`, %s a second, ms | p50 | p99 | p99.9"
            .formatted(figures.at("/settings/readsPerSecond").asText()),
        4);
    waits("nothing else", "/ours");
    waits("beside %s events/s".formatted(settings("besideEventsPerSecond")), "/theirs");
  }

  private void waits(String what, String side) {
    row(
        what,
        spread(READS, round -> round.at(side + "/p50Millis").asDouble(), 1),
        spread(READS, round -> round.at(side + "/p99Millis").asDouble(), 1),
        spread(READS, round -> round.at(side + "/p999Millis").asDouble(), 1));
  }

  private void sizes() {
    table(
        "bytes a customer, %,d customers with %.1f events each | rows a customer | bytes"
            .formatted(
                figures.at("/sizes/customers").asLong(),
                figures.at("/sizes/eventsPerCustomer").asDouble()),
        3);
    figures.at("/sizes/state").forEach(this::size);
    row("all state", "", number("bytesPerCustomer", 0));
    row("all state in RocksDB's files", "", number("storeBytesPerCustomer", 0));
    figures.at("/sizes/topics").forEach(this::size);
  }

  private void size(JsonNode topic) {
    double customers = figures.at("/sizes/customers").asDouble();
    row(
        "`" + topic.path("topic").asText() + "`",
        text(topic.path("keys").asLong() / customers, 1),
        text(topic.path("bytes").asLong() / customers, 0));
  }

  private void restore() {
    table(
        "%,d customers, from the start of the process until ready | seconds"
            .formatted(figures.at("/restore/customers").asLong()),
        2);
    row("with its stores", text(figures.at("/restore/restartSeconds").asDouble(), 1));
    row(
        "stores deleted: %,d records of the changelogs read"
            .formatted(figures.at("/restore/records").asLong()),
        text(figures.at("/restore/restoreSeconds").asDouble(), 1));
  }

  private void costs() {
    table("customers | events each before | processor time an event, µs | events/s", 4);
    figures.path("byCustomers").forEach(this::cost);
    figures.path("byHistory").forEach(this::cost);
  }

  private void cost(JsonNode point) {
    row(
        text(point.path("customers").asDouble(), 0),
        text(point.path("history").asDouble(), 0),
        text(point.at("/cost/cpuMicrosPerEvent").asDouble(), 0),
        text(perSecond(point.path("cost")), 0));
  }

  private void checks() {
    table("checks | wanted | found", 3);
    check("ids with a profile", "ids", "profiles");
    check("events that the bare counter counted", "events", "counted");
    row("events in quarantine", "0", checked("rejected"));
    row("reads not answered with 2xx", "0", checked("readErrors"));
    lines.add("");
  }

  private void check(String what, String wanted, String found) {
    row(what, checked(wanted), checked(found));
  }

  private String checked(String name) {
    return text(figures.path("checks").path(name).asDouble(), 0);
  }

  private String settings(String name) {
    return figures.path("settings").path(name).asText();
  }

  private String number(String name, int digits) {
    return text(figures.path(name).asDouble(), digits);
  }

  private void table(String head, int columns) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("| " + head + " |");
    lines.add("|" + "---|".repeat(columns));
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  private String spread(String rounds, ToDoubleFunction<JsonNode> value, int digits) {
    Spread spread =
        Spread.of(
            StreamSupport.stream(figures.at(rounds).spliterator(), false)
                .map(value::applyAsDouble)
                .toList());
    return "%s (%s – %s)"
        .formatted(
            text(spread.median(), digits), text(spread.min(), digits), text(spread.max(), digits));
  }

  private static String spread(JsonNode spread, int digits) {
    return "%s (%s – %s)"
        .formatted(
            text(spread.path("median").asDouble(), digits),
            text(spread.path("min").asDouble(), digits),
            text(spread.path("max").asDouble(), digits));
  }

  private static double perSecond(JsonNode drained) {
    return drained.path("events").asDouble() / drained.path("seconds").asDouble();
  }

  private static String text(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
