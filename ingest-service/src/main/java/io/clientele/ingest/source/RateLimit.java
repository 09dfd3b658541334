package io.clientele.ingest.source;

/**
 * How much one instance takes from a source.
 *
 * @param eventsPerSecond in the long run, at least 1
 * @param burst how many events may come at once after a rest, at least 1
 */
public record RateLimit(int eventsPerSecond, int burst) {

  public RateLimit {
    if (eventsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "a rate and a burst are at least 1, not %d and %d".formatted(eventsPerSecond, burst));
    }
  }
}
