package io.clientele.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads the moments that {@code ?at=} and its like name. */
public final class Moments {

  private Moments() {}

  /**
   * The moment named: ISO-8601 with a zone, or a bare date, which means the end of that UTC day.
   *
   * @param text as it came, or null for {@code now}
   * @param name the parameter's name, for the problem
   * @throws ProblemException with status 400 if it names no moment
   */
  public static Instant parse(String text, String name, Instant now) {
    if (text == null || text.isBlank()) {
      return now;
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Problem.badRequest(
              "invalid-moment",
              "Invalid moment",
              "'%s' must be a date such as 2026-03-01 or a time such as 2026-03-01T12:00:00Z."
                  .formatted(name))
          .exception();
    }
  }
}
