package io.clientele.profile.streams;

import io.clientele.profile.timeline.TimelinePlace;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** The keys of a part's lines in a timeline, from the oldest to a place; both ends included. */
record LineRange(Bytes from, Bytes to) {

  /**
   * The lines before a place.
   *
   * @param before null for all
   */
  static LineRange of(String customerId, String partId, TimelinePlace before) {
    Bytes from = RowKey.ofLine(customerId, partId, Instant.MIN, "");
    if (before == null) {
      return new LineRange(from, RowKey.ofLine(customerId, partId, Instant.MAX, ""));
    }
    return new LineRange(from, RowKey.ofLine(customerId, partId, before.at(), before.eventId()));
  }
}
