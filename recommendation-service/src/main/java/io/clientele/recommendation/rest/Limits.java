package io.clientele.recommendation.rest;

import io.clientele.runtime.http.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** How many suggestions one may ask for. */
final class Limits {

  static final String USUAL = "20";
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private Limits() {}

  /**
   * The number asked for.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 400 unless it is 1 to 100
   */
  static int parse(String text) {
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      String rule = "'limit' must be a whole number from 1 to " + MOST + ".";
      throw Problem.badRequest("invalid-limit", "Invalid limit", rule)
          .with(List.of(new Problem.FieldError("/limit", rule)))
          .exception();
    }
    return limit;
  }
}
