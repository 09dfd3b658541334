package io.clientele.profile.timeline;

import java.util.List;

/**
 * What was found of a page.
 *
 * @param lines newest first; there may be fewer than were asked for before the end
 * @param next where to go on, or null at the end
 */
public record FoundLines(List<TimelineEntry> lines, TimelinePlace next) {

  public FoundLines {
    lines = List.copyOf(lines);
  }
}
