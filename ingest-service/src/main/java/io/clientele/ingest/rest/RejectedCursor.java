package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.quarantine.RejectionPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a list of rejections, as one word that fits into an address. */
final class RejectedCursor {

  private RejectedCursor() {}

  /** The word, or null for null. */
  static String write(RejectionPosition position) {
    return position == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((position.rejectedAt() + " " + position.rejectedId()).getBytes(UTF_8));
  }

  /** What was written; empty if it was not written here. */
  static Optional<RejectionPosition> read(String word) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(word), UTF_8);
      int space = text.indexOf(' ');
      return space < 0 || text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(
              new RejectionPosition(
                  Instant.parse(text.substring(0, space)), text.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
