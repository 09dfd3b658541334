package io.clientele.profile.rest;

import io.clientele.profile.timeline.TimelineEntry;
import java.util.List;

/**
 * A page of a timeline.
 *
 * @param customerId the canonical id
 * @param events newest first
 * @param next the cursor of the page after this, or null at the end
 */
public record TimelineAnswer(String customerId, List<TimelineEntry> events, String next) {

  public TimelineAnswer {
    events = List.copyOf(events);
  }
}
