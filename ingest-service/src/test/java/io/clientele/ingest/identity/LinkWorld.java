package io.clientele.ingest.identity;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the stores and the topic hold after each link, as the processor keeps them. */
final class LinkWorld {

  private final Map<String, Component> components = new HashMap<>();
  private final Map<String, CustomerMerge> merges = new HashMap<>();
  private final LinkLimit limit;
  private long position;

  /** Without links, under the largest limit there is. */
  LinkWorld() {
    this(new LinkLimit(Component.MOST_LINKS));
  }

  LinkWorld(LinkLimit limit) {
    this.limit = limit;
  }

  Optional<Connection> attempt(IdentityLink link) {
    return Connection.of(link, position++, at(link.previousId(), link.customerId()), limit);
  }

  Connection apply(IdentityLink link) {
    Connection connection = attempt(link).orElseThrow();
    connection.before().forEach(component -> components.remove(component.canonicalId()));
    connection.after().forEach(component -> components.put(component.canonicalId(), component));
    connection.merges().forEach(merge -> merges.put(merge.customerId(), merge));
    return connection;
  }

  String canonical(String id) {
    return merges.containsKey(id) ? merges.get(id).canonicalId() : id;
  }

  Map<String, CustomerMerge> linked() {
    Map<String, CustomerMerge> linked = new HashMap<>(merges);
    linked.values().removeIf(merge -> merge.links().isEmpty());
    return linked;
  }

  Set<Component> at(String... ids) {
    return Stream.of(ids)
        .map(id -> components.get(canonical(id)))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Collection<Component> components() {
    return components.values();
  }

  static IdentityLink link(String previousId, String customerId) {
    return link(previousId, customerId, false);
  }

  static IdentityLink removal(String previousId, String customerId) {
    return link(previousId, customerId, true);
  }

  static IdentityLink link(String previousId, String customerId, boolean removed) {
    return new IdentityLink(
        LinkIds.ofKnown(previousId, customerId),
        previousId,
        customerId,
        "alias",
        "default",
        Instant.EPOCH,
        removed);
  }
}
