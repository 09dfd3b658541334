package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that READMEs quote, from {@code recommend.json}. */
public final class RecommendTable {

  private final JsonNode figures;
  private final List<String> lines = new ArrayList<>();

  private RecommendTable(JsonNode figures) {
    this.figures = figures;
  }

  /** The whole page. */
  public static String of(JsonNode figures) {
    return new RecommendTable(figures).text();
  }

  private String text() {
    waits();
    highestRates();
    sizes();
    freshness();
    checks();
    lines.add(IngestTable.circumstances(figures));
    return String.join("\n", lines) + "\n";
  }

  private void waits() {
    table(
        "`POST /v1/sessions/recommendations` beside %s events/s, ms, median of rounds (min – max)"
                .formatted(figures.at("/settings/eventsPerSecond").asText())
            + " | sessions | p50 | p90 | p99 | processor time a request",
        6);
    for (JsonNode point : figures.path("bySessions")) {
      for (Map.Entry<String, JsonNode> load : point.path("loads").properties()) {
        JsonNode figure = load.getValue();
        row(
            "%s, %,d requests/s"
                .formatted(ranker(figure.path("ranker")), figure.path("perSecond").asInt()),
            text(point.at("/written/sessions"), 0),
            spread(figure.path("p50Millis")),
            spread(figure.path("p90Millis")),
            spread(figure.path("p99Millis")),
            processorTime(figure.path("rounds"), point.at("/eventsOnly/serviceCores").asDouble()));
      }
    }
  }

  private void highestRates() {
    table("highest rate with p90 < 7 ms, requests/s | sessions | ", 3);
    for (JsonNode point : figures.path("bySessions")) {
      for (Map.Entry<String, JsonNode> rate : point.path("highestRates").properties()) {
        row(
            rate.getKey().toLowerCase(Locale.ROOT),
            text(point.at("/written/sessions"), 0),
            text(rate.getValue().path("perSecond"), 0));
      }
    }
  }

  private void sizes() {
    table(
        "sessions | after the loads | items | bytes a session, live | by the service's estimate |"
            + " live after the loads, MiB | -Xmx, MiB | rebuild, s | events/s",
        9);
    for (JsonNode point : figures.path("bySessions")) {
      double sessions = point.at("/index/sessions").asDouble();
      row(
          text(sessions, 0),
          text(point.at("/indexAfterLoad/sessions"), 0),
          text(point.at("/index/items"), 0),
          text(point.at("/index/liveBytes").asDouble() / sessions, 0),
          text(point.at("/index/estimatedBytes").asDouble() / sessions, 0),
          text(point.at("/indexAfterLoad/liveBytes").asDouble() / (1 << 20), 0),
          text(point.at("/memory/heapMebibytes"), 0),
          text(point.path("rebuildSeconds"), 1),
          text(
              point.at("/written/events").asDouble() / point.path("rebuildSeconds").asDouble(), 0));
    }
  }

  private void freshness() {
    table(
        "event until changed suggestion, ms | sessions | p50 | p99 | p50 from its commit on | p99",
        6);
    for (JsonNode point : figures.path("bySessions")) {
      JsonNode freshness = point.path("freshness");
      row(
          "%s visits".formatted(freshness.path("probes").asText()),
          text(point.at("/written/sessions"), 0),
          text(freshness.path("p50Millis"), 0),
          text(freshness.path("p99Millis"), 0),
          text(freshness.path("writtenP50Millis"), 0),
          text(freshness.path("writtenP99Millis"), 0));
    }
  }

  private void checks() {
    table(
        "checks: sessions | remembered | records refused | lists too short | changes that never"
            + " showed | failed requests | items not merely trending",
        7);
    for (JsonNode point : figures.path("bySessions")) {
      row(
          text(point.at("/written/sessions"), 0),
          text(point.at("/index/sessions"), 0),
          text(point.path("rejected"), 0),
          text(point.at("/lists/shorter"), 0),
          text(point.at("/freshness/lost"), 0),
          text(failed(point), 0),
          text(100 * point.at("/lists/dueToSession").asDouble(), 0) + " %");
    }
    lines.add("");
    JsonNode fit = figures.path("fit");
    lines.add(
        "`POST /v1/ranker/fit` with %s sessions: %s after %s s."
            .formatted(
                text(fit.path("sessions"), 0),
                fit.path("status").asText(),
                text(fit.path("seconds"), 0)));
    lines.add("");
  }

  private static double failed(JsonNode point) {
    double failed = 0;
    for (JsonNode load : point.path("loads")) {
      for (JsonNode round : load.path("rounds")) {
        for (JsonNode errors : round.at("/http/errors")) {
          failed += errors.asDouble();
        }
      }
    }
    return failed;
  }

  private static String ranker(JsonNode name) {
    return name.asText().toLowerCase(Locale.ROOT);
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

  /** Milliseconds of the service's process, less what events take. */
  private static String processorTime(JsonNode rounds, double eventsOnlyCores) {
    List<Double> millis = new ArrayList<>();
    for (JsonNode round : rounds) {
      double seconds = round.at("/http/seconds").asDouble();
      double cores = round.path("serviceCores").asDouble() - eventsOnlyCores;
      millis.add(1_000 * cores * seconds / round.at("/http/requests").asDouble());
    }
    return spread(Json.mapper().valueToTree(Spread.of(millis)));
  }

  private static String spread(JsonNode spread) {
    return "%s (%s – %s)"
        .formatted(
            text(spread.path("median"), 1),
            text(spread.path("min"), 1),
            text(spread.path("max"), 1));
  }

  private static String text(JsonNode value, int digits) {
    return text(value.asDouble(), digits);
  }

  private static String text(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
