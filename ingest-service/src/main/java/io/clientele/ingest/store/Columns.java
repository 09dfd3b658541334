package io.clientele.ingest.store;

import java.sql.Timestamp;
import java.time.Instant;

/** What PostgreSQL's columns can hold. */
final class Columns {

  /** Far within a timestamptz, which ends in 294276; a record's time may be any number. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private Columns() {}

  /** The text, or null, without NULs, which a text cannot hold. */
  static String text(String value) {
    return value == null ? null : value.replace('\0', '\uFFFD');
  }

  /** The moment, or the nearest that a column can hold; exact to the microsecond. */
  static Timestamp timestamp(Instant moment) {
    if (moment.isBefore(EARLIEST)) {
      return Timestamp.from(EARLIEST);
    }
    return Timestamp.from(moment.isAfter(LATEST) ? LATEST : moment);
  }

  /**
   * Whether a SQLSTATE says that the data itself is refused: data exceptions (22), violated
   * constraints (23) and exceeded limits (54), such as a key too long for its index.
   */
  static boolean isRefusal(String state) {
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }
}
