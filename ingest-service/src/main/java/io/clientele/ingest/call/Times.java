package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.InstantText;
import io.clientele.contract.PlausibleTime;
import io.clientele.ingest.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the times of a call: ISO-8601 with an offset, or a number of epoch milliseconds. */
public final class Times {

  /** Takes offsets with and without a colon. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter();

  private Times() {}

  /**
   * The moment of a field, or null if it is absent.
   *
   * @throws Refusal if it is no time
   */
  public static Instant read(Fields fields, String name) {
    if (!fields.has(name)) {
      return null;
    }
    Instant time = read(fields.node().path(name), fields.pointer(name));
    if (!PlausibleTime.includes(time)) {
      throw new Refusal(
          Reason.INVALID_TIME, fields.pointer(name), "The time lies before 1900 or after 2199.");
    }
    return time;
  }

  private static Instant read(JsonNode value, String pointer) {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Instant.ofEpochMilli(value.longValue());
    }
    if (value.isTextual()) {
      String text = value.textValue().strip();
      Optional<Instant> usual = InstantText.parse(text);
      if (usual.isPresent()) {
        return usual.get();
      }
      try {
        return OffsetDateTime.parse(text, ISO).toInstant();
      } catch (DateTimeParseException notIso) {
        throw refusal(pointer);
      }
    }
    throw refusal(pointer);
  }

  private static Refusal refusal(String pointer) {
    return new Refusal(
        Reason.INVALID_TIME,
        pointer,
        "The time must be ISO-8601 with an offset, such as 2026-03-01T12:00:00.000Z, or epoch"
            + " milliseconds.");
  }
}
