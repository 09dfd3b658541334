package io.clientele.profile;

import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;

/** A row beside the customer's own that is to be written or, where its value is null, deleted. */
public sealed interface RowChange {

  String customerId();

  /** One part of several. */
  record OfPart(String customerId, String partId, Part part) implements RowChange {}

  /** What the parts tell of one order. */
  record OfOrder(String customerId, String orderKey, OrderEntry entry) implements RowChange {}

  /**
   * A line of the timeline.
   *
   * @param removed whether it goes
   */
  record OfTimeline(String customerId, String partId, TimelineEntry entry, boolean removed)
      implements RowChange {}

  /** All lines of a part go. */
  record OfNoTimeline(String customerId, String partId) implements RowChange {}
}
