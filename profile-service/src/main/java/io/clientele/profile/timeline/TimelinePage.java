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
   * @param mostRead how many lines are looked at for the page, so that one that asks for what is
   *     rare ends; at least 1
   */
  public FoundLines of(List<Iterator<TimelineEntry>> parts, int mostRead) {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::entry, TimelineEntry.NEWEST_FIRST));
    parts.forEach(part -> push(heads, part));
    List<TimelineEntry> page = new ArrayList<>();
    TimelinePlace reached = before;
    int read = 0;
    while (!heads.isEmpty() && page.size() < limit && read < mostRead) {
      Head head = heads.remove();
      TimelinePlace place = TimelinePlace.of(head.entry());
      if (!place.equals(before)) {
        reached = place;
        read++;
        if (kind == null || head.entry().kind() == kind) {
          page.add(head.entry());
        }
      }
      push(heads, head.rest());
    }
    return new FoundLines(page, heads.isEmpty() ? null : reached);
  }

  private static void push(PriorityQueue<Head> heads, Iterator<TimelineEntry> part) {
    if (part.hasNext()) {
      heads.add(new Head(part.next(), part));
    }
  }

  private record Head(TimelineEntry entry, Iterator<TimelineEntry> rest) {}
}
