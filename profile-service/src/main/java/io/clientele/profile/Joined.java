package io.clientele.profile;

import io.clientele.contract.CustomerMerge;
import java.util.List;

/**
 * Another id that is the same customer, as the row of the id that holds its part remembers it.
 *
 * @param via the id that gave the part
 * @param generation of the origin that gave it
 * @param links by which links it joined
 * @param timeline how many lines of the timeline are from it
 */
public record Joined(String via, long generation, List<CustomerMerge.Link> links, int timeline) {

  public Joined {
    links = links == null ? List.of() : List.copyOf(links);
  }

  Joined withTimeline(int lines) {
    return new Joined(via, generation, links, lines);
  }

  Joined withLinks(List<CustomerMerge.Link> now) {
    return new Joined(via, generation, now, timeline);
  }

  /** Whether a move from there is about the part as it is held here. */
  boolean isFrom(Origin origin) {
    return generation == origin.generation() && via.equals(origin.via());
  }
}
