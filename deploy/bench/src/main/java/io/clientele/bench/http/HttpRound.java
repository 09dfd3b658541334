package io.clientele.bench.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * A round of HTTP requests as fast as the other side answers.
 *
 * @param requests that were answered with 2xx
 * @param accepted the events that these answers said were taken
 * @param clientCores how many of the machine's cores the client itself used
 * @param errors how many requests ended otherwise, by status or failure
 */
public record HttpRound(
    long requests,
    long accepted,
    double seconds,
    double p50Millis,
    double p90Millis,
    double p99Millis,
    double p999Millis,
    double clientCores,
    Map<String, Long> errors) {

  public HttpRound {
    errors = new TreeMap<>(errors);
  }

  public double requestsPerSecond() {
    return requests / seconds;
  }

  public double eventsPerSecond() {
    return accepted / seconds;
  }
}
