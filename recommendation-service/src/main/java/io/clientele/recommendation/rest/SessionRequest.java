package io.clientele.recommendation.rest;

import io.clientele.recommendation.SessionQuery;
import java.util.List;
import java.util.Objects;

/** A session as a storefront describes it; everything may be left out. */
record SessionRequest(
    List<String> items,
    Long limit,
    Boolean excludeCurrent,
    List<String> exclude,
    String sessionId,
    String customerId) {

  /** For a body that says nothing. */
  static final SessionRequest EMPTY = new SessionRequest(null, null, null, null, null, null);

  /**
   * The query that it means.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 400 for a limit out of range
   */
  SessionQuery query() {
    return new SessionQuery(
        present(items),
        Limits.parse(limit == null ? Limits.USUAL : limit.toString()),
        excludeCurrent != null && excludeCurrent,
        present(exclude),
        sessionId,
        customerId);
  }

  private static List<String> present(List<String> texts) {
    return texts == null ? List.of() : texts.stream().filter(Objects::nonNull).toList();
  }
}
