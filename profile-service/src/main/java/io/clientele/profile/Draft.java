package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.purchase.Order;
import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A step while it is put together: one customer id's row, and the rows around it. */
final class Draft {

  private final CustomerRows rows;
  private final Limits limits;
  private final Customer before;
  private final List<RowChange> changes = new ArrayList<>();
  private final List<Step.Message> moves = new ArrayList<>();
  private Customer customer;

  Draft(CustomerRows rows, Limits limits, String customerId) {
    this.rows = rows;
    this.limits = limits;
    this.before = rows.customer(customerId).orElseGet(() -> Customer.unknown(customerId));
    this.customer = before;
  }

  /** As its row was before this step. */
  Customer before() {
    return before;
  }

  Customer customer() {
    return customer;
  }

  Step.Taken step() {
    return new Step.Taken(before, customer, changes, moves);
  }

  void link(Linked linked) {
    if (!linked.equals(customer.linked())) {
      customer = customer.with(linked);
    }
  }

  void tell(String other, PartMove move) {
    if (other != null) {
      moves.add(new Step.Message(other, move));
    }
  }

  /** One more event of a part that is in this customer. */
  void add(String partId, CustomerEvent event) {
    if (!customer.joined().isEmpty()) {
      changes.add(new RowChange.OfPart(id(), partId, part(partId).add(event)));
    }
    customer = customer.with(customer.whole().add(event));
    OrderEntry.idOf(event).ifPresent(orderId -> change(orderId, entry -> entry.add(partId, event)));
    lines(partId, List.of(TimelineEntry.of(event)));
  }

  /** One more part; whoever held it before must be dropped first. */
  void join(String partId, Joined joined, Part part) {
    if (customer.joined().isEmpty()) {
      changes.add(new RowChange.OfPart(id(), id(), customer.whole().part()));
    }
    changes.add(new RowChange.OfPart(id(), partId, part));
    customer =
        customer
            .with(SortedMaps.with(customer.joined(), partId, joined))
            .with(customer.whole().merge(part));
  }

  /** The links by which a part joined. */
  void relink(String partId, List<CustomerMerge.Link> links) {
    Joined joined = customer.joined().get(partId).withLinks(links);
    customer = customer.with(SortedMaps.with(customer.joined(), partId, joined));
  }

  /** What a part that joins tells of an order. */
  void join(String partId, String orderId, Order told) {
    change(orderId, entry -> entry.with(partId, told));
  }

  private void change(String orderId, UnaryOperator<OrderEntry> news) {
    Optional<OrderEntry> held = rows.order(id(), orderId);
    OrderEntry now = news.apply(held.orElse(OrderEntry.NONE));
    customer =
        customer
            .with(customer.whole().change(held.map(OrderEntry::merged).orElse(null), now.merged()))
            .withOrders(
                held.isPresent() ? customer.orders() : customer.orders() + 1,
                customer.orderBytes() - held.map(OrderEntry::extent).orElse(0L) + now.extent());
    changes.add(new RowChange.OfOrder(id(), orderId, now));
  }

  /**
   * More lines of a part's timeline; the oldest go where there are too many. All that come in a
   * step at once, since the rows are as they were before it.
   */
  void lines(String partId, List<TimelineEntry> more) {
    more.forEach(line -> changes.add(new RowChange.OfTimeline(id(), partId, line, false)));
    int lines = customer.timelineOf(partId) + more.size();
    if (lines > limits.timeline() + limits.timelineSlack()) {
      int tooMany = lines - limits.timeline();
      List<TimelineEntry> oldest =
          Stream.concat(rows.timeline(id(), partId, tooMany).stream(), more.stream())
              .sorted(TimelineEntry.NEWEST_FIRST.reversed())
              .limit(tooMany)
              .toList();
      oldest.forEach(old -> changes.add(new RowChange.OfTimeline(id(), partId, old, true)));
      lines -= oldest.size();
    }
    customer = customer.withTimeline(partId, lines);
  }

  /** Without these parts, as if they had never joined: what is left is folded anew, once. */
  void drop(Set<String> partIds) {
    SortedMap<String, Joined> left = new TreeMap<>(customer.joined());
    for (String partId : partIds) {
      changes.add(new RowChange.OfPart(id(), partId, null));
      changes.add(new RowChange.OfNoTimeline(id(), partId));
      left.remove(partId);
    }
    Part sum = part(id());
    for (String other : left.keySet()) {
      sum = sum.merge(part(other));
    }
    if (left.isEmpty()) {
      changes.add(new RowChange.OfPart(id(), id(), null));
    }
    List<Order> orders = new ArrayList<>();
    AtomicLong bytes = new AtomicLong();
    rows.orders(
        id(),
        (key, entry) -> {
          OrderEntry others = entry.without(partIds);
          if (!others.equals(entry)) {
            changes.add(new RowChange.OfOrder(id(), key, others.untold() ? null : others));
          }
          if (!others.untold()) {
            orders.add(others.merged());
            bytes.addAndGet(others.extent());
          }
        });
    customer =
        customer.with(left).with(Whole.of(sum, orders)).withOrders(orders.size(), bytes.get());
  }

  /** The orders that each part tells of. */
  SortedMap<String, SortedMap<String, Order>> ordersByPart() {
    SortedMap<String, SortedMap<String, Order>> byPart = new TreeMap<>();
    rows.orders(
        id(),
        (key, entry) ->
            entry
                .told()
                .forEach(
                    (partId, order) ->
                        byPart.computeIfAbsent(partId, part -> new TreeMap<>()).put(key, order)));
    return byPart;
  }

  /** The newest lines of these parts, over all of them as many as a part may have. */
  SortedMap<String, List<TimelineEntry>> newestLines(List<String> partIds) {
    Queue<Line> newest = new PriorityQueue<>(Line.OLDEST_FIRST);
    for (String partId : partIds) {
      for (TimelineEntry entry : rows.timeline(id(), partId, Integer.MAX_VALUE)) {
        newest.add(new Line(partId, entry));
        if (newest.size() > limits.timeline()) {
          newest.remove();
        }
      }
    }
    SortedMap<String, List<TimelineEntry>> byPart = new TreeMap<>();
    while (!newest.isEmpty()) {
      Line line = newest.remove();
      byPart.computeIfAbsent(line.partId, part -> new ArrayList<>()).add(line.entry);
    }
    return byPart;
  }

  /** A part that is in this customer, as its row was before this step. */
  Part part(String partId) {
    return before.joined().isEmpty()
        ? before.whole().part()
        : rows.part(id(), partId).orElse(Part.ZERO);
  }

  private String id() {
    return customer.customerId();
  }

  private record Line(String partId, TimelineEntry entry) {
    static final Comparator<Line> OLDEST_FIRST =
        Comparator.comparing(Line::entry, TimelineEntry.NEWEST_FIRST.reversed());
  }
}
