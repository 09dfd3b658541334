package io.clientele.recommendation.rest;

import io.clientele.recommendation.rank.Rankers;
import io.clientele.recommendation.serve.SessionQuery;
import io.clientele.runtime.http.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as a storefront describes it; everything may be left out.
 *
 * @param items the ids of the products looked at, the newest last, of 1,024 characters at most; the
 *     newest 50 count
 * @param limit how many suggestions are wanted, 1 to 100; 20 if absent
 * @param excludeCurrent whether the newest of the items is not to be suggested
 * @param exclude ids of products that are not to be suggested either, 10,000 at most
 * @param sessionId the session as the storefront counts it; it never resembles itself
 * @param customerId any id of the customer
 * @param ranker what orders the candidates: {@code trees}, {@code linear} or {@code blend}, or a
 *     simpler one where there is none yet; the best there is if absent
 */
record SessionRequest(
    List<String> items,
    @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit,
    Boolean excludeCurrent,
    List<String> exclude,
    String sessionId,
    String customerId,
    String ranker) {

  private static final int MOST_EXCLUDED = 10_000;

  /** For a body that says nothing. */
  static final SessionRequest EMPTY = new SessionRequest(null, null, null, null, null, null, null);

  /**
   * The query that it means.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 400 for a field out of range
   */
  SessionQuery query() {
    return new SessionQuery(
        Ids.within("items", Integer.MAX_VALUE, items),
        Limits.parse(limit == null ? Limits.USUAL : limit),
        excludeCurrent != null && excludeCurrent,
        Ids.within("exclude", MOST_EXCLUDED, exclude),
        Ids.within("sessionId", sessionId),
        Ids.within("customerId", customerId),
        known(ranker));
  }

  private static String known(String ranker) {
    if (ranker != null && !Rankers.NAMES.contains(ranker)) {
      String rule = "'ranker' must be one of " + String.join(", ", Rankers.NAMES) + ".";
      throw Problem.badRequest("unknown-ranker", "Unknown ranker", rule)
          .with(List.of(new Problem.FieldError("/ranker", rule)))
          .exception();
    }
    return ranker;
  }
}
