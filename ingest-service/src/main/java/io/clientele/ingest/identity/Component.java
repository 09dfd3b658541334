package io.clientele.ingest.identity;

import io.clientele.contract.CustomerMerge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Known ids that are one customer, by the links that say so. Everything else follows from the links
 * alone: the members, and the canonical id, which is the one that appeared first in them.
 *
 * @param links at least one, in the order of their positions
 */
public record Component(List<Link> links) {

  /**
   * So that the record of a component stays below 1 MB, which brokers take unless told otherwise,
   * also when every id has 500 characters of three bytes: 3,300 bytes a link. Each link costs work
   * in all of them. How many there may be is {@link LinkLimit}'s affair, up to this.
   */
  public static final int MOST_LINKS = 300;

  public Component {
    links = links.stream().sorted(Comparator.comparingLong(Link::position)).toList();
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a component has at least one link");
    }
  }

  /** The id that stands for all: the oldest. */
  public String canonicalId() {
    return links.get(0).previousId();
  }

  /** Whether this link is in it. */
  public boolean has(String linkId) {
    return links.stream().anyMatch(link -> link.linkId().equals(linkId));
  }

  /** For each member its canonical id and its own links. */
  public Map<String, CustomerMerge> merges() {
    Map<String, List<CustomerMerge.Link>> own = new LinkedHashMap<>();
    for (Link link : links) {
      String one = link.previousId();
      String other = link.customerId();
      own.computeIfAbsent(one, id -> new ArrayList<>()).add(link.with(other));
      own.computeIfAbsent(other, id -> new ArrayList<>()).add(link.with(one));
    }
    Map<String, CustomerMerge> merges = new LinkedHashMap<>();
    own.forEach((id, ends) -> merges.put(id, new CustomerMerge(id, canonicalId(), ends)));
    return merges;
  }

  /** The components that these links make, the oldest first. Linear in the links. */
  public static List<Component> of(List<Link> links) {
    Map<String, List<Link>> byId = new HashMap<>();
    for (Link link : links) {
      byId.computeIfAbsent(link.previousId(), id -> new ArrayList<>()).add(link);
      byId.computeIfAbsent(link.customerId(), id -> new ArrayList<>()).add(link);
    }
    List<Component> components = new ArrayList<>();
    Set<Link> reached = new LinkedHashSet<>();
    for (Link link : links) {
      if (!reached.contains(link)) {
        Set<Link> connected = connectedTo(link, byId);
        reached.addAll(connected);
        components.add(new Component(List.copyOf(connected)));
      }
    }
    components.sort(Comparator.comparingLong(component -> component.links().get(0).position()));
    return List.copyOf(components);
  }

  /** Each id is looked at once, since one may be an end of most links. */
  private static Set<Link> connectedTo(Link start, Map<String, List<Link>> byId) {
    Set<Link> connected = new LinkedHashSet<>();
    Set<String> reached = new HashSet<>(Set.of(start.previousId()));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Link link : byId.get(open.remove())) {
        connected.add(link);
        for (String end : List.of(link.previousId(), link.customerId())) {
          if (reached.add(end)) {
            open.add(end);
          }
        }
      }
    }
    return connected;
  }
}
