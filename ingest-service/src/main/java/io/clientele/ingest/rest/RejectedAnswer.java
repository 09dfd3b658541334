package io.clientele.ingest.rest;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.KeptRejection;
import java.time.Instant;

/**
 * A rejection as operators see it.
 *
 * @param payloadCut true where a list holds only the beginning; absent where it is whole
 * @param around what stood around it; only where one rejection is asked for
 * @param replayedAt absent until it is taken after all
 */
record RejectedAnswer(
    String rejectedId,
    String service,
    String source,
    String reason,
    String field,
    String detail,
    String place,
    String messageId,
    String customer,
    String payload,
    Boolean payloadCut,
    String around,
    String payloadEncoding,
    Instant rejectedAt,
    Instant replayedAt) {

  static RejectedAnswer of(KeptRejection kept) {
    RejectedEvent rejected = kept.rejected();
    return new RejectedAnswer(
        rejected.rejectedId(),
        rejected.service(),
        rejected.source(),
        rejected.reason(),
        rejected.field(),
        rejected.detail(),
        rejected.place(),
        rejected.messageId(),
        rejected.customer(),
        rejected.payload(),
        kept.whole() ? null : true,
        rejected.around(),
        rejected.payloadEncoding(),
        rejected.rejectedAt(),
        rejected.replayedAt());
  }
}
