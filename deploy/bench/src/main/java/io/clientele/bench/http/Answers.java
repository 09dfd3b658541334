package io.clientele.bench.http;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What a round of requests got: only 2xx counts, and of it what {@code accepted} says. */
final class Answers {

  /** Longer waits than a minute all count as one. */
  private static final long LONGEST_MICROS = 60_000_000;

  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private final Map<String, Long> errors = new TreeMap<>();
  private long requests;
  private long accepted;

  void answered(int status, long acceptedEvents, long nanos) {
    if (status / 100 == 2) {
      requests++;
      accepted += acceptedEvents;
      micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
    } else {
      failed("status " + status);
    }
  }

  void failed(String what) {
    errors.merge(what, 1L, Long::sum);
  }

  HttpRound round(double seconds, double clientCpuSeconds) {
    return new HttpRound(
        requests,
        accepted,
        seconds,
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3,
        clientCpuSeconds / seconds,
        errors);
  }
}
