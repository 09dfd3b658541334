package io.clientele.ingest.rest;

import io.clientele.ingest.quarantine.RejectionTally;
import java.util.List;

/**
 * How many rejections there are, by reason and source.
 *
 * @param counts the most frequent first
 */
record RejectedSummary(List<RejectionTally> counts) {

  RejectedSummary {
    counts = List.copyOf(counts);
  }
}
