package io.clientele.ingest.quarantine;

import java.time.Instant;
import java.util.Set;

/**
 * Which rejections are meant; each of these that is not null narrows the choice.
 *
 * @param since rejected at this moment or later
 * @param until rejected before this moment
 * @param replayed whether they have been taken after all
 * @param text stands in the payload, letter for letter, or is the message's or the customer's id
 * @param ids only these; empty for any
 */
public record RejectionFilter(
    String reason,
    String source,
    String service,
    Instant since,
    Instant until,
    Boolean replayed,
    String text,
    Set<String> ids) {

  public RejectionFilter {
    ids = Set.copyOf(ids);
  }
}
