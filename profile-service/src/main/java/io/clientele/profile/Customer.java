package io.clientele.profile;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.profile.fold.SortedMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The row of one customer id: how it is linked, which other ids' parts are in it, and the fold over
 * all of them. Its size is bounded whatever the customer does; what grows stands in rows of its own
 * ({@link CustomerRows}).
 *
 * <p>Merges are a tree of depth two: a device leads to the known id that it was first linked to,
 * and a known id to the canonical one. So an id passes on what is at home with it, its own part and
 * its devices', and never what another known id gave it; nothing can go round in circles however
 * merges cross. From each id to each other, moves arrive in the order in which they were sent, so
 * what is held from an id always becomes what that id has.
 *
 * @param joined the other ids whose parts are in it
 * @param orders how many rows of orders it has
 * @param orderBytes how many bytes the lines of these take, at most
 * @param timeline how many lines of the timeline are its own
 */
public record Customer(
    String customerId,
    Linked linked,
    SortedMap<String, Joined> joined,
    Whole whole,
    int orders,
    long orderBytes,
    int timeline) {

  public Customer {
    linked = linked == null ? Linked.NOT : linked;
    joined = SortedMaps.copy(joined);
    whole = whole == null ? Whole.ZERO : whole;
  }

  /** Of an id that nobody has heard of. */
  public static Customer unknown(String customerId) {
    return new Customer(customerId, null, null, null, 0, 0, 0);
  }

  /** The id that it is merged into; null where it stands for itself. */
  public String next() {
    return linked.next();
  }

  /** Whose parts are in it, its own first. */
  public List<String> partIds() {
    List<String> ids = new ArrayList<>();
    ids.add(customerId);
    ids.addAll(joined.keySet());
    return ids;
  }

  /** The links of one of {@link #partIds}. */
  public List<CustomerMerge.Link> linksOf(String partId) {
    return partId.equals(customerId) ? linked.links() : joined.get(partId).links();
  }

  /** Whether this part is in it, and from there. */
  boolean holds(Origin origin) {
    Joined held = joined.get(origin.partId());
    return held != null && held.isFrom(origin);
  }

  /** Whose parts it passes on: its own and those of its devices. */
  List<String> home() {
    List<String> home = new ArrayList<>();
    home.add(customerId);
    joined.forEach(
        (partId, part) -> {
          if (isHome(part.via())) {
            home.add(partId);
          }
        });
    return home;
  }

  /** Whether what this id tells is to be passed on. */
  boolean isHome(String via) {
    return CustomerIds.isAnonymous(via) && !CustomerIds.isAnonymous(customerId);
  }

  /** As whose part it passes one on. */
  Origin origin(String partId) {
    return partId.equals(customerId)
        ? new Origin(customerId, customerId, linked.generation())
        : new Origin(partId, customerId, joined.get(partId).generation());
  }

  Customer with(Linked other) {
    return new Customer(customerId, other, joined, whole, orders, orderBytes, timeline);
  }

  Customer with(Whole other) {
    return new Customer(customerId, linked, joined, other, orders, orderBytes, timeline);
  }

  Customer with(SortedMap<String, Joined> others) {
    return new Customer(customerId, linked, others, whole, orders, orderBytes, timeline);
  }

  Customer withOrders(int rows, long bytes) {
    return new Customer(customerId, linked, joined, whole, rows, bytes, timeline);
  }

  /** How many lines of the timeline are from this part. */
  int timelineOf(String partId) {
    return partId.equals(customerId) ? timeline : joined.get(partId).timeline();
  }

  Customer withTimeline(String partId, int lines) {
    return partId.equals(customerId)
        ? new Customer(customerId, linked, joined, whole, orders, orderBytes, lines)
        : with(SortedMaps.with(joined, partId, joined.get(partId).withTimeline(lines)));
  }
}
