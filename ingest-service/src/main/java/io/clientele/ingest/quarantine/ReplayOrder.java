package io.clientele.ingest.quarantine;

import java.util.Objects;

/**
 * What is to be sent through again.
 *
 * @param after where the call before ended, or null; what was refused again lies before it
 * @param limit how many rejections are looked at, at least 1
 */
public record ReplayOrder(RejectionFilter filter, RejectionPosition after, int limit) {

  public ReplayOrder {
    Objects.requireNonNull(filter, "filter");
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, not " + limit);
    }
  }
}
