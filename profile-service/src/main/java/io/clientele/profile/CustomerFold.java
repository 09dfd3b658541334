package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.profile.purchase.Order;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds events, links and other ids' moves into customers' rows. */
public final class CustomerFold {

  private static final int ORDERS_A_MOVE = 50;

  /** So that a move stays far below what a record may have; one order has less than half of it. */
  private static final long ORDER_BYTES_A_MOVE = 1024 * 1024;

  /**
   * All orders of a customer are read in one step where it is merged or split, which must end long
   * before its transaction does, and fit into a small heap.
   */
  private static final long MOST_ORDER_BYTES = 8 * 1024 * 1024;

  private static final int LINES_A_MOVE = 200;

  private final CustomerRows rows;
  private final Limits limits;

  /** A fold over these rows, which it reads and never writes. */
  public CustomerFold(CustomerRows rows, Limits limits) {
    this.rows = rows;
    this.limits = limits;
  }

  /**
   * An event of the id in its {@code customerId}, which never comes twice. What a machine did is
   * nobody's behaviour: it changes nothing, and nobody is known by it.
   */
  public Step after(CustomerEvent event) {
    Draft draft = new Draft(rows, limits, event.customerId());
    if (event.isBot()) {
      return draft.step();
    }
    String id = event.customerId();
    draft.add(id, event);
    draft.tell(draft.customer().next(), new PartMove.Add(draft.customer().origin(id), event));
    return bounded(draft);
  }

  /**
   * The news whose customer an id is.
   *
   * @param merge null where the record was deleted: nothing is linked any more
   */
  public Step after(String customerId, CustomerMerge merge) {
    Draft draft = new Draft(rows, limits, customerId);
    Customer before = draft.customer();
    draft.link(before.linked().after(customerId, merge));
    Customer linked = draft.customer();
    if (!Objects.equals(before.next(), linked.next())) {
      draft.tell(before.next(), retract(before, before.home()));
      if (linked.next() != null) {
        passOn(draft);
      }
    } else if (!linked.linked().equals(before.linked())) {
      Origin origin = linked.origin(customerId);
      draft.tell(linked.next(), new PartMove.PutLinks(origin, linked.linked().links()));
    }
    return draft.step();
  }

  /**
   * What another id tells this one. Its own part may come back to it while two merges cross; it
   * knows better.
   */
  public Step after(String customerId, PartMove move) {
    Draft draft = new Draft(rows, limits, customerId);
    return move instanceof PartMove.Retract retract
        ? after(draft, retract)
        : after(draft, (PartMove.OfPart) move);
  }

  private Step after(Draft draft, PartMove.OfPart move) {
    String customerId = draft.customer().customerId();
    if (move.origin().partId().equals(customerId)) {
      return draft.step();
    }
    Joined held = draft.customer().joined().get(move.origin().partId());
    if (move instanceof PartMove.Put put) {
      if (held != null && held.generation() > put.origin().generation()) {
        return draft.step();
      } else if (held == null && draft.customer().joined().size() >= limits.identities()) {
        return tooManyIdentities();
      }
      join(draft, put, held);
    } else if (!draft.customer().holds(move.origin())) {
      return draft.step();
    } else {
      take(draft, move);
    }
    if (draft.customer().isHome(move.origin().via())) {
      draft.tell(draft.customer().next(), move.relayedBy(customerId));
    }
    return bounded(draft);
  }

  private static Step after(Draft draft, PartMove.Retract retract) {
    Customer customer = draft.customer();
    SortedMap<String, Long> held = new TreeMap<>();
    retract
        .generations()
        .forEach(
            (partId, generation) -> {
              if (customer.holds(new Origin(partId, retract.via(), generation))) {
                held.put(partId, generation);
              }
            });
    if (!held.isEmpty()) {
      draft.drop(held.keySet());
      if (customer.isHome(retract.via())) {
        draft.tell(customer.next(), new PartMove.Retract(customer.customerId(), held));
      }
    }
    return draft.step();
  }

  private static PartMove retract(Customer customer, List<String> partIds) {
    SortedMap<String, Long> generations = new TreeMap<>();
    partIds.forEach(partId -> generations.put(partId, customer.origin(partId).generation()));
    return new PartMove.Retract(customer.customerId(), generations);
  }

  private static void join(Draft draft, PartMove.Put put, Joined held) {
    Origin origin = put.origin();
    if (held != null) {
      leave(draft, origin.partId(), held);
    }
    draft.join(
        origin.partId(), new Joined(origin.via(), origin.generation(), put.links(), 0), put.part());
  }

  /**
   * A part that is held from elsewhere now. Who gave it before still has to take it back, and will
   * not be heard any more then.
   */
  private static void leave(Draft draft, String partId, Joined held) {
    Customer customer = draft.customer();
    if (customer.isHome(held.via())) {
      draft.tell(customer.next(), retract(customer, List.of(partId)));
    }
    draft.drop(Set.of(partId));
  }

  private static void take(Draft draft, PartMove.OfPart move) {
    String partId = move.origin().partId();
    if (move instanceof PartMove.Add add) {
      draft.add(partId, add.event());
    } else if (move instanceof PartMove.PutLinks put) {
      draft.relink(partId, put.links());
    } else if (move instanceof PartMove.PutOrders put) {
      put.orders().forEach((orderId, order) -> draft.join(partId, orderId, order));
    } else if (move instanceof PartMove.PutTimeline put) {
      draft.lines(partId, put.entries());
    }
  }

  /**
   * Tells the id that it is linked to now all that is at home here; of the timelines as much as
   * fits into a small heap however many devices there are, since all of it is told in one step.
   */
  private static void passOn(Draft draft) {
    Customer customer = draft.customer();
    Map<String, SortedMap<String, Order>> orders = draft.ordersByPart();
    Map<String, List<TimelineEntry>> lines = draft.newestLines(customer.home());
    for (String partId : customer.home()) {
      Origin origin = customer.origin(partId);
      draft.tell(
          customer.next(), new PartMove.Put(origin, customer.linksOf(partId), draft.part(partId)));
      passOn(draft, origin, orders.getOrDefault(partId, new TreeMap<>()));
      passOn(draft, origin, lines.getOrDefault(partId, List.of()));
    }
  }

  private static void passOn(Draft draft, Origin origin, SortedMap<String, Order> orders) {
    SortedMap<String, Order> piece = new TreeMap<>();
    orders.forEach(
        (key, order) -> {
          piece.put(key, order);
          if (piece.size() == ORDERS_A_MOVE || extent(piece) > ORDER_BYTES_A_MOVE) {
            draft.tell(draft.customer().next(), new PartMove.PutOrders(origin, piece));
            piece.clear();
          }
        });
    if (!piece.isEmpty()) {
      draft.tell(draft.customer().next(), new PartMove.PutOrders(origin, piece));
    }
  }

  private static long extent(SortedMap<String, Order> orders) {
    return orders.values().stream().mapToLong(Order::extent).sum();
  }

  private static void passOn(Draft draft, Origin origin, List<TimelineEntry> lines) {
    for (int from = 0; from < lines.size(); from += LINES_A_MOVE) {
      int to = Math.min(from + LINES_A_MOVE, lines.size());
      draft.tell(
          draft.customer().next(), new PartMove.PutTimeline(origin, lines.subList(from, to)));
    }
  }

  /** What is above a bound already, since that was lowered, may do what does not raise it. */
  private Step bounded(Draft draft) {
    Customer was = draft.before();
    Customer is = draft.customer();
    return (is.orders() > Math.max(limits.orders(), was.orders()))
            || (is.orderBytes() > Math.max(MOST_ORDER_BYTES, was.orderBytes()))
        ? new Step.Refused(
            "too-many-orders",
            "A customer may have %,d orders and %,d bytes of lines; what has more is an account that many share."
                .formatted(limits.orders(), MOST_ORDER_BYTES))
        : draft.step();
  }

  private Step tooManyIdentities() {
    return new Step.Refused(
        "too-many-identities",
        "%,d other ids are this customer already; an id that many share is nobody's, split it off."
            .formatted(limits.identities()));
  }
}
