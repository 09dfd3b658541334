package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import java.util.Objects;

/**
 * A rejection as it is found again, with the moment at which it was taken after all, if it was.
 *
 * @param whole whether the payload is all there, or only its beginning
 */
public record KeptRejection(RejectedEvent rejected, boolean whole) {

  public KeptRejection {
    Objects.requireNonNull(rejected, "rejected");
  }

  /** Where it stands among the others. */
  public RejectionPosition position() {
    return new RejectionPosition(rejected.rejectedAt(), rejected.rejectedId());
  }
}
