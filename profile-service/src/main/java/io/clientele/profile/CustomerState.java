package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known under one customer id: its own part, the parts that other ids gave it, and the id
 * that it is merged into itself.
 *
 * <p>Merges are a tree of depth two: a device leads to the known id that it was first linked to,
 * and a known id to the canonical one. So an id passes on what is at home with it, its own part and
 * its devices', and never what another known id gave it; nothing can go round in circles however
 * merges cross. From each id to each other, moves arrive in the order in which they were sent, so
 * what is held from an id always becomes what that id has.
 *
 * @param next the id that it is merged into; null where it stands for itself
 * @param own what it did itself
 * @param held by who gave it, then by the id whose part it is
 */
public record CustomerState(
    String customerId, String next, Part own, SortedMap<String, SortedMap<String, Part>> held) {

  public CustomerState {
    own = own == null ? Part.ZERO : own;
    held = SortedMaps.copy(held);
  }

  /** Of an id that nobody has heard of. */
  public static CustomerState unknown(String customerId) {
    return new CustomerState(customerId, null, null, null);
  }

  /**
   * After an event of this id, which never comes twice. What a machine did is nobody's behaviour:
   * it changes nothing, and nobody is known by it.
   */
  public Step after(CustomerEvent event) {
    if (event.isBot()) {
      return new Step(this, List.of());
    }
    return new Step(
        new CustomerState(customerId, next, own.add(event), held),
        tellNext(new PartMove.Add(customerId, customerId, event)));
  }

  /**
   * After the news whose customer this id is.
   *
   * @param merge null where the record was deleted: nothing is linked any more
   */
  public Step after(CustomerMerge merge) {
    String target =
        merge == null || merge.canonicalId().equals(customerId) ? null : merge.canonicalId();
    CustomerState linked = new CustomerState(customerId, target, own, held);
    if (Objects.equals(next, target)) {
      return new Step(this, List.of());
    }
    List<Step.Message> moves = new ArrayList<>();
    home()
        .forEach(
            (partId, part) -> {
              moves.addAll(tellNext(new PartMove.Retract(customerId, partId)));
              moves.addAll(linked.tellNext(new PartMove.Put(customerId, partId, part)));
            });
    return new Step(linked, moves);
  }

  /** After what another id tells. */
  public Step after(PartMove move) {
    SortedMap<String, Part> given = held.getOrDefault(move.via(), SortedMaps.copy(null));
    Part before = given.getOrDefault(move.partId(), Part.ZERO);
    SortedMap<String, Part> after =
        move.after(before)
            .map(part -> SortedMaps.with(given, move.partId(), part))
            .orElseGet(() -> SortedMaps.without(given, move.partId()));
    CustomerState state =
        new CustomerState(
            customerId,
            next,
            own,
            after.isEmpty()
                ? SortedMaps.without(held, move.via())
                : SortedMaps.with(held, move.via(), after));
    return new Step(state, isHome(move.via()) ? tellNext(move.relayedBy(customerId)) : List.of());
  }

  /**
   * Every part of the customer by the id whose it is. While a device moves from one known id to
   * another, both may have given its part; it counts once.
   */
  NavigableMap<String, Part> parts() {
    NavigableMap<String, Part> parts = new TreeMap<>();
    held.values().forEach(parts::putAll);
    parts.put(customerId, own);
    return parts;
  }

  /** The sum of all parts. */
  Part whole() {
    return parts().values().stream().reduce(Part.ZERO, Part::merge);
  }

  private NavigableMap<String, Part> home() {
    NavigableMap<String, Part> home = new TreeMap<>();
    for (Map.Entry<String, SortedMap<String, Part>> from : held.entrySet()) {
      if (isHome(from.getKey())) {
        home.putAll(from.getValue());
      }
    }
    home.put(customerId, own);
    return home;
  }

  private boolean isHome(String via) {
    return CustomerIds.isAnonymous(via) && !CustomerIds.isAnonymous(customerId);
  }

  private List<Step.Message> tellNext(PartMove move) {
    return next == null ? List.of() : List.of(new Step.Message(next, move));
  }
}
