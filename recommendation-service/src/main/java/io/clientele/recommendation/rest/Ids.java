package io.clientele.recommendation.rest;

import io.clientele.runtime.http.Problem;
import java.util.List;

/** Ids that one may send. */
final class Ids {

  /** Twice what a catalogue takes. */
  private static final int LONGEST = 1_024;

  private Ids() {}

  /**
   * The ids that were sent, those that are null or blank left out.
   *
   * @param field where they stand, for the problem
   * @throws io.clientele.runtime.http.ProblemException with status 400 if one of them is too long,
   *     or if they are too many
   */
  static List<String> within(String field, int most, List<String> ids) {
    List<String> present = ids == null ? List.of() : ids.stream().filter(Ids::isPresent).toList();
    if (present.size() > most) {
      throw invalid(field, "'%s' may have %,d ids at most.".formatted(field, most));
    }
    present.forEach(id -> within(field, id));
    return present;
  }

  /** The id that was sent, null where it is blank. */
  static String within(String field, String id) {
    if (id != null && id.length() > LONGEST) {
      throw invalid(
          field, "An id in '%s' may have %,d characters at most.".formatted(field, LONGEST));
    }
    return isPresent(id) ? id : null;
  }

  /**
   * The id that a path names.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 400 if it is too long or blank
   */
  static String ofPath(String id) {
    String present = within("id", id);
    if (present == null) {
      throw invalid("id", "An id may not be blank.");
    }
    return present;
  }

  private static boolean isPresent(String id) {
    return id != null && !id.isBlank();
  }

  private static RuntimeException invalid(String field, String rule) {
    return Problem.badRequest("invalid-ids", "Invalid ids", rule)
        .with(List.of(new Problem.FieldError("/" + field, rule)))
        .exception();
  }
}
