package io.clientele.local.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a load did.
 *
 * @param rowsRejected by reason
 * @param rejectedFile the list of rejected rows and refused events, or null if there are none
 * @param fault what is wrong with the file itself, or null
 * @param eventsRefused by ingest, by reason
 * @param itemsTaken by the catalogue
 * @param itemsRefused by ingest, by reason
 * @param toAnswered from the start until ingest had answered the last batch
 * @param toEvents from the start until all was in {@code customer-events}; null if not waited for
 * @param toAll from the start until every service had caught up; null if not waited for
 */
public record LoadReport(
    long rowsRead,
    long rowsCounted,
    long rowsDuplicate,
    Map<String, Long> rowsRejected,
    Path rejectedFile,
    String fault,
    long eventsSent,
    long eventsTaken,
    Map<String, Long> eventsRefused,
    long itemsTaken,
    Map<String, Long> itemsRefused,
    Duration toAnswered,
    Duration toEvents,
    Duration toAll) {

  /** Whether the file was whole, and ingest took every event and item. */
  public boolean isComplete() {
    return fault == null && eventsRefused.isEmpty() && itemsRefused.isEmpty();
  }

  /** Lines for a person. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "rows read", rowsRead);
    line(text, "  counted", rowsCounted);
    line(text, "  duplicate", rowsDuplicate);
    line(text, "  rejected", sum(rowsRejected));
    rowsRejected.forEach((reason, count) -> line(text, "    " + reason, count));
    line(text, "events sent", eventsSent);
    line(text, "  taken", eventsTaken);
    line(text, "  refused", sum(eventsRefused));
    eventsRefused.forEach((reason, count) -> line(text, "    " + reason, count));
    if (rejectedFile != null) {
      text.append("rejected and refused rows are listed in ").append(rejectedFile).append('\n');
    }
    line(text, "catalogue items taken", itemsTaken);
    itemsRefused.forEach((reason, count) -> line(text, "  refused: " + reason, count));
    speed(text, "until ingest had answered", toAnswered);
    Optional.ofNullable(toEvents).ifPresent(time -> speed(text, "until in customer-events", time));
    Optional.ofNullable(toAll).ifPresent(time -> speed(text, "until all had caught up", time));
    if (fault != null) {
      text.append("! ").append(fault).append('\n');
    }
    return text.toString();
  }

  private void speed(StringBuilder text, String what, Duration time) {
    double seconds = Math.max(time.toMillis(), 1) / 1e3;
    text.append(
        String.format(
            Locale.ROOT,
            "%-32s %8.1f s  %,10.0f rows/s  %,10.0f events/s%n",
            what,
            seconds,
            rowsRead / seconds,
            eventsSent / seconds));
  }

  private static void line(StringBuilder text, String what, long count) {
    text.append(String.format(Locale.ROOT, "%-32s %,12d%n", what, count));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
