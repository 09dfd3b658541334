package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The table that READMEs quote, from {@code load.json}. */
public final class LoadTable {

  private LoadTable() {}

  /** The whole page. */
  public static String of(JsonNode figures) {
    return String.join(
        "\n",
        "| `deploy/clientele load`, ingest with `-Xmx" + figures.path("heap").asText() + "` | |",
        "|---|---|",
        row("bytes / events", "%,d / %,d", figures.path("bytes"), figures.path("events")),
        row(
            "seconds until answered / until in `customer-events`",
            "%,.0f / %,.0f",
            figures.path("secondsToAnswered"),
            figures.path("secondsToWritten")),
        row(
            "events/s / MB/s into `customer-events`",
            "%,.0f / %.1f",
            figures.path("eventsPerSecond"),
            figures.path("megabytesPerSecond")),
        memory("peak resident memory of ingest, MiB", figures.path("peakResidentBytes")),
        memory("peak heap of ingest, MiB", figures.path("peakHeapBytes")),
        memory("peak resident memory of the loader, MiB", figures.path("loaderPeakResidentBytes")),
        row("events in `customer-events`", "%,d", figures.path("eventsWritten")),
        "| sum of their ids | `%s`, %s |"
            .formatted(
                figures.path("idsWritten").asText(),
                figures.path("idsWritten").equals(figures.path("idsSent"))
                    ? "as sent"
                    : "but sent was `" + figures.path("idsSent").asText() + "`"),
        "",
        IngestTable.circumstances(figures),
        "");
  }

  private static String row(String what, String pattern, JsonNode... numbers) {
    Object[] values = new Object[numbers.length];
    for (int number = 0; number < numbers.length; number++) {
      values[number] = numbers[number].numberValue();
    }
    return "| " + what + " | " + String.format(Locale.ROOT, pattern, values) + " |";
  }

  private static String memory(String what, JsonNode bytes) {
    return "| " + what + " | " + (bytes.asLong() >> 20) + " |";
  }
}
