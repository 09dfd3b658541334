package io.clientele.ingest.identity;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one link, or its removal, does to the components that its ends are in.
 *
 * @param before the components that are no more
 * @param after those in their place
 * @param merges one for each id whose canonical id or own links changed
 */
public record Connection(
    List<Component> before, List<Component> after, List<CustomerMerge> merges) {

  private static final Connection NONE = new Connection(List.of(), List.of(), List.of());

  public Connection {
    before = List.copyOf(before);
    after = List.copyOf(after);
    merges = List.copyOf(merges);
  }

  /**
   * Applies a link. One that is there already, or a removal of one that is not, changes nothing.
   *
   * @param position where the link stands among all links; later is greater
   * @param touched the components that the link's ends are in: none, one or two
   * @param limit how many links a component may have
   * @return empty where a component would get more: then the link does not hold, and everything
   *     stays as it was
   */
  public static Optional<Connection> of(
      IdentityLink link, long position, Set<Component> touched, LinkLimit limit) {
    boolean there = touched.stream().anyMatch(component -> component.has(link.linkId()));
    if (there != link.removed()) {
      return Optional.of(NONE);
    }
    List<Link> links = new ArrayList<>();
    touched.forEach(component -> links.addAll(component.links()));
    if (link.removed()) {
      links.removeIf(each -> each.linkId().equals(link.linkId()));
    } else if (!limit.admitsOneMoreThan(links.size())) {
      return Optional.empty();
    } else {
      links.add(Link.of(link, position));
    }
    List<Component> before = List.copyOf(touched);
    List<Component> after = Component.of(links);
    return Optional.of(new Connection(before, after, changes(merges(before), merges(after))));
  }

  private static Map<String, CustomerMerge> merges(List<Component> components) {
    Map<String, CustomerMerge> merges = new LinkedHashMap<>();
    components.forEach(component -> merges.putAll(component.merges()));
    return merges;
  }

  private static List<CustomerMerge> changes(
      Map<String, CustomerMerge> before, Map<String, CustomerMerge> after) {
    List<CustomerMerge> changes = new ArrayList<>();
    after.forEach(
        (id, merge) -> {
          if (!merge.equals(before.get(id))) {
            changes.add(merge);
          }
        });
    for (String id : before.keySet()) {
      if (!after.containsKey(id)) {
        changes.add(new CustomerMerge(id, id, List.of()));
      }
    }
    return changes;
  }
}
