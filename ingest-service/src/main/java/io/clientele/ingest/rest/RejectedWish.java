package io.clientele.ingest.rest;

import io.clientele.ingest.Fault;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionPosition;
import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What operators ask of the quarantine, wherever it comes from: all that is wrong with it is told
 * at once, and a name that is not known is wrong, for it would narrow nothing.
 */
final class RejectedWish {

  /** Longer values are none of ours. */
  private static final int MOST_CHARACTERS = 500;

  private final Map<String, String> values;
  private final List<FieldError> faults = new ArrayList<>();

  /** A wish of these values, none of them null, of which only the known ones are allowed. */
  RejectedWish(Map<String, String> values, Set<String> known) {
    this.values = values;
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!known.contains(value.getKey())) {
        fault(value.getKey(), "is not known here; known are " + String.join(", ", known));
      } else if (value.getValue().length() > MOST_CHARACTERS
          || value.getValue().indexOf('\0') >= 0) {
        fault(value.getKey(), "must have at most 500 characters, and no NUL");
      }
    }
  }

  RejectionFilter filter(Boolean replayed, Set<String> ids) {
    return new RejectionFilter(
        values.get("reason"),
        values.get("source"),
        values.get("service"),
        moment("since"),
        moment("until"),
        replayed,
        values.get("q"),
        ids);
  }

  Boolean truth(String name) {
    return read(
        name,
        text ->
            text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : Optional.empty(),
        "must be true or false");
  }

  RejectionPosition cursor() {
    return read("cursor", RejectedCursor::read, "must be the 'next' of an answer");
  }

  int limit(int usual, int most) {
    Integer limit =
        read(
            "limit",
            text -> wholeNumber(text).filter(number -> number >= 1 && number <= most),
            "must be a whole number from 1 to " + most);
    return limit == null ? usual : limit;
  }

  void fault(String name, String detail) {
    faults.add(new FieldError(Fault.pointer("", name), detail));
  }

  /** Refuses the wish if anything was wrong with it. */
  void check() {
    if (!faults.isEmpty()) {
      throw Problem.invalidParameter("'errors' say what is wrong.").with(faults).exception();
    }
  }

  private Instant moment(String name) {
    return read(
        name,
        text -> {
          try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
          } catch (DateTimeException notIso) {
            return Optional.empty();
          }
        },
        "must be ISO-8601 with an offset, such as 2026-03-01T12:00:00Z");
  }

  private static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private <T> T read(String name, Function<String, Optional<T>> form, String detail) {
    String text = values.get(name);
    if (text == null) {
      return null;
    }
    Optional<T> value = form.apply(text);
    if (value.isEmpty()) {
      fault(name, detail);
    }
    return value.orElse(null);
  }
}
