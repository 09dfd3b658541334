package io.clientele.ingest.segment;

import io.clientele.ingest.Receipt;
import io.clientele.runtime.http.Problem;

/** What a request comes to. */
sealed interface SegmentAnswer {

  /** At least one event was taken, or none was sent. */
  record Taken(Receipt receipt) implements SegmentAnswer {}

  /** Of all that was sent nothing could be taken. */
  record Nothing(Problem problem) implements SegmentAnswer {}

  /** The write key is missing or wrong. */
  record Unauthorised() implements SegmentAnswer {}
}
