package io.clientele.ingest.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;

/**
 * A rejection as operators see it: as it stands in its topic, but for what was cut.
 *
 * @param rejected {@code around} only where one rejection is asked for
 * @param payloadCut true where a list holds only the beginning; absent where it is whole
 */
record RejectedAnswer(@JsonUnwrapped RejectedEvent rejected, Boolean payloadCut) {

  static RejectedAnswer of(KeptRejection kept) {
    return new RejectedAnswer(kept.rejected(), kept.whole() ? null : true);
  }
}
