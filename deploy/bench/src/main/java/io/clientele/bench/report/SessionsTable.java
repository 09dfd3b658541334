package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables that READMEs quote, from {@code sessions.json}. */
public final class SessionsTable {

  private final JsonNode figures;
  private final List<String> lines = new ArrayList<>();

  private SessionsTable(JsonNode figures) {
    this.figures = figures;
  }

  /** The whole page. */
  public static String of(JsonNode figures) {
    return new SessionsTable(figures).text();
  }

  private String text() {
    set(figures.path("yoochoose"));
    set(figures.path("serenade"));
    lines.add(
        "HR@20 / MRR@20 in percent, ± half of a 95 %% interval: %,d resamples of whole sessions."
            .formatted(figures.at("/settings/resamples").asInt()));
    lines.add("");
    lines.add(IngestTable.circumstances(figures));
    return String.join("\n", lines) + "\n";
  }

  private void set(JsonNode set) {
    lines.add(
        "| %s: %,d sessions known, %,d queries of %,d sessions | static | live |"
            .formatted(
                set.path("title").asText(),
                set.path("trainSessions").asLong(),
                set.path("queries").asLong(),
                set.path("sessions").asLong()));
    lines.add("|---|---|---|");
    for (JsonNode row : set.path("published")) {
      row(
          row.path("name").asText() + " (" + row.path("source").asText() + ")",
          text(row, "hr20") + " / " + text(row, "mrr20"),
          "");
    }
    set.path("sources").forEach(row -> row("`" + row.path("row").asText() + "`", row));
    String served = set.path("row").asText();
    for (JsonNode row : set.path("rankers")) {
      String name = row.path("row").asText();
      row("**" + name + "**" + (name.equals(served) ? ", served" : ""), row);
    }
    http(set.path("http"));
    fit(set.path("fit"));
    lines.add("");
    lines.add("| paired difference | |");
    lines.add("|---|---|");
    for (JsonNode difference : set.path("differences")) {
      lines.add(
          "| %s | %s |"
              .formatted(
                  difference.path("what").asText(), quality(difference.path("by"), "%+.2f")));
    }
    lines.add("");
  }

  private void fit(JsonNode fit) {
    if (!fit.isMissingNode()) {
      lines.add("");
      lines.add(
          "Rankers learned from %,d sessions of the training part in %.0f s: %s."
              .formatted(
                  fit.at("/data/sessions").asLong(),
                  fit.path("seconds").asDouble(),
                  fit.path("why").asText()));
    }
  }

  private void http(JsonNode http) {
    if (!http.isMissingNode()) {
      row(
          "over HTTP, %s: %,d lists of %,d are the same"
              .formatted(
                  http.path("model").asText(),
                  http.path("identical").asLong(),
                  http.path("asked").asLong()),
          quality(http.path("quality"), "%.2f"),
          "");
    }
  }

  private void row(String name, JsonNode row) {
    row(name, quality(row.path("static"), "%.2f"), quality(row.path("live"), "%.2f"));
  }

  private void row(String name, String frozen, String live) {
    lines.add("| " + name + " | " + frozen + " | " + live + " |");
  }

  private static String quality(JsonNode quality, String mean) {
    String pattern = mean + " ± %.2f / " + mean + " ± %.2f";
    return String.format(
        Locale.ROOT,
        pattern,
        quality.path("hr20").asDouble(),
        quality.path("hr20HalfWidth").asDouble(),
        quality.path("mrr20").asDouble(),
        quality.path("mrr20HalfWidth").asDouble());
  }

  private static String text(JsonNode row, String name) {
    return String.format(Locale.ROOT, "%.2f", row.path(name).asDouble());
  }
}
