package io.clientele.profile.timeline;

import io.clientele.contract.Behaviour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which lines of a timeline are asked for.
 *
 * @param before where to go on, towards the past; null at the newest
 * @param kind the only kind asked for; null for all
 * @param limit how many at most
 */
public record TimelinePage(TimelinePlace before, Behaviour kind, int limit) {

  /**
   * The lines, newest first.
   *
   * @param parts each part's lines from {@code before} on, newest first
   */
  public List<TimelineEntry> of(List<Iterator<TimelineEntry>> parts) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::entry, TimelineEntry.NEWEST_FIRST));
    parts.forEach(part -> push(heads, part));
    List<TimelineEntry> page = new ArrayList<>();
    while (!heads.isEmpty() && page.size() < limit) {
      Head head = heads.remove();
      if (asksFor(head.entry())) {
        page.add(head.entry());
      }
      push(heads, head.rest());
    }
    return List.copyOf(page);
  }

  private boolean asksFor(TimelineEntry entry) {
    return (kind == null || entry.kind() == kind)
        && (before == null || !TimelinePlace.of(entry).equals(before));
  }

  private static void push(PriorityQueue<Head> heads, Iterator<TimelineEntry> part) {
    if (part.hasNext()) {
      heads.add(new Head(part.next(), part));
    }
  }

  private record Head(TimelineEntry entry, Iterator<TimelineEntry> rest) {}
}
