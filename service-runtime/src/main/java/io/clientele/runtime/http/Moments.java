package io.clientele.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the moments that {@code ?at=} and its like name. */
public final class Moments {

  /** Beyond these, dates and their sums leave the range of what JSON's readers and stores know. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Moments() {}

  /**
   * The moment named: ISO-8601 with a zone, or a bare date, which means the end of that UTC day.
   *
   * @param text as it came, or null for {@code now}
   * @param name the parameter's name, for the problem
   * @throws ProblemException with status 400 if it names no moment of the years 1 to 9999
   */
  public static Instant parse(String text, String name, Instant now) {
    if (text == null || text.isBlank()) {
      return now;
    }
    return read(text)
        .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST))
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "invalid-moment",
                        "Invalid moment",
                        ("'%s' must be a date such as 2026-03-01 or a time such as"
                                + " 2026-03-01T12:00:00Z, in the years 1 to 9999.")
                            .formatted(name))
                    .exception());
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text)
                  .plusDays(1)
                  .atStartOfDay()
                  .toInstant(ZoneOffset.UTC)
                  .minusNanos(1)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
