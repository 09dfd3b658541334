package io.clientele.ingest.quarantine;

import java.time.Instant;
import java.util.Objects;

/** Where a rejection stands in the one order of all: by time, then by id. */
public record RejectionPosition(Instant rejectedAt, String rejectedId) {

  public RejectionPosition {
    Objects.requireNonNull(rejectedAt, "rejectedAt");
    Objects.requireNonNull(rejectedId, "rejectedId");
  }
}
