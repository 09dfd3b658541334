package io.clientele.profile;

import io.clientele.profile.fold.StateFormat;
import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Rows in maps; what is stored is what can be read of it again, but for customers that are held.
 */
final class MapRows implements CustomerRows {

  private static final StateFormat<Customer> CUSTOMER = StateFormat.of(Customer.class);
  private static final StateFormat<Part> PART = StateFormat.of(Part.class);
  private static final StateFormat<OrderEntry> ORDER = StateFormat.of(OrderEntry.class);
  private static final StateFormat<TimelineEntry> LINE = StateFormat.of(TimelineEntry.class);

  private final UnaryOperator<Customer> keeping;
  private final SortedMap<String, Customer> customers = new TreeMap<>();
  private final SortedMap<List<String>, byte[]> parts = rows();
  private final SortedMap<List<String>, byte[]> orders = rows();
  private final SortedMap<List<String>, byte[]> timeline = rows();

  private MapRows(UnaryOperator<Customer> keeping) {
    this.keeping = keeping;
  }

  /** Whose customers are read anew each time. */
  static MapRows stored() {
    return new MapRows(customer -> CUSTOMER.read(CUSTOMER.write(customer)));
  }

  /** Whose customers are held as the fold made them. */
  static MapRows held() {
    return new MapRows(customer -> customer);
  }

  private static SortedMap<List<String>, byte[]> rows() {
    return new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\0", key)));
  }

  List<Customer> customers() {
    return customers.values().stream().map(keeping).toList();
  }

  /** How many orders a customer has. */
  int orders(String customerId) {
    return (int) orders.keySet().stream().filter(key -> key.get(0).equals(customerId)).count();
  }

  /** All rows beside the customers' own. */
  int size() {
    return parts.size() + orders.size() + timeline.size();
  }

  @Override
  public Optional<Customer> customer(String customerId) {
    return Optional.ofNullable(customers.get(customerId)).map(keeping);
  }

  @Override
  public Optional<Part> part(String customerId, String partId) {
    return Optional.ofNullable(parts.get(List.of(customerId, partId))).map(PART::read);
  }

  @Override
  public Optional<OrderEntry> order(String customerId, String orderKey) {
    return Optional.ofNullable(orders.get(List.of(customerId, orderKey))).map(ORDER::read);
  }

  @Override
  public void orders(String customerId, BiConsumer<String, OrderEntry> visitor) {
    List.copyOf(orders.entrySet()).stream()
        .filter(row -> row.getKey().get(0).equals(customerId))
        .forEach(row -> visitor.accept(row.getKey().get(1), ORDER.read(row.getValue())));
  }

  @Override
  public List<TimelineEntry> timeline(String customerId, String partId, int most) {
    List<TimelineEntry> lines = new ArrayList<>();
    for (Map.Entry<List<String>, byte[]> row : timeline.entrySet()) {
      if (row.getKey().subList(0, 2).equals(List.of(customerId, partId))) {
        lines.add(LINE.read(row.getValue()));
      }
    }
    return lines.stream().sorted(TimelineEntry.NEWEST_FIRST.reversed()).limit(most).toList();
  }

  void take(Step.Taken step) {
    if (step.changes()) {
      customers.put(step.after().customerId(), keeping.apply(step.after()));
    }
    step.rows().forEach(this::take);
  }

  private void take(RowChange change) {
    String id = change.customerId();
    if (change instanceof RowChange.OfPart of) {
      put(parts, List.of(id, of.partId()), of.part() == null ? null : PART.write(of.part()));
    } else if (change instanceof RowChange.OfOrder of) {
      put(orders, List.of(id, of.orderKey()), of.entry() == null ? null : ORDER.write(of.entry()));
    } else if (change instanceof RowChange.OfTimeline of) {
      put(
          timeline,
          List.of(id, of.partId(), of.entry().eventId()),
          of.removed() ? null : LINE.write(of.entry()));
    } else if (change instanceof RowChange.OfNoTimeline of) {
      timeline.keySet().removeIf(key -> key.subList(0, 2).equals(List.of(id, of.partId())));
    }
  }

  private static void put(SortedMap<List<String>, byte[]> rows, List<String> key, byte[] row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row);
    }
  }
}
