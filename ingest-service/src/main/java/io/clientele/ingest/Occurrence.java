package io.clientele.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an event happened, given three clocks of which only ours is trusted. */
public final class Occurrence {

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
  private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  private Occurrence() {}

  /**
   * The time of an event. The sender's clock is corrected only when it was more than a minute off
   * at sending; without {@code sentAt} times are kept, as a historical import needs.
   *
   * @param timestamp on the sender's clock, or null, which means the receipt
   * @param sentAt on the sender's clock, or null
   * @return empty if it lies before 1995 or more than a day ahead
   */
  public static Optional<Instant> at(Instant timestamp, Instant sentAt, Instant receivedAt) {
    Instant occurredAt = corrected(timestamp, sentAt, receivedAt);
    boolean plausible =
        !occurredAt.isBefore(EARLIEST) && !occurredAt.isAfter(receivedAt.plus(FARTHEST_AHEAD));
    return plausible ? Optional.of(occurredAt) : Optional.empty();
  }

  private static Instant corrected(Instant timestamp, Instant sentAt, Instant receivedAt) {
    if (timestamp == null) {
      return receivedAt;
    }
    if (sentAt == null
        || Duration.between(sentAt, receivedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0) {
      return timestamp;
    }
    return receivedAt.minus(Duration.between(timestamp, sentAt));
  }
}
