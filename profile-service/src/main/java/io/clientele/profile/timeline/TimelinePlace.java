package io.clientele.profile.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a timeline: at this event, which itself stands before it. */
public record TimelinePlace(Instant at, String eventId) {

  /** The place of an event. */
  public static TimelinePlace of(TimelineEntry entry) {
    return new TimelinePlace(entry.at(), entry.eventId());
  }

  /** As one word that fits into an address. */
  public String cursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + eventId).getBytes(UTF_8));
  }

  /** The place that a cursor names; empty if it was not written here. */
  public static Optional<TimelinePlace> read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      int space = text.indexOf(' ');
      return space < 0
          ? Optional.empty()
          : Optional.of(
              new TimelinePlace(
                  Instant.parse(text.substring(0, space)), text.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
