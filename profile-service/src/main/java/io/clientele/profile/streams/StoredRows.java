package io.clientele.profile.streams;

import io.clientele.profile.Customer;
import io.clientele.profile.CustomerRows;
import io.clientele.profile.Part;
import io.clientele.profile.RowChange;
import io.clientele.profile.Step;
import io.clientele.profile.fold.StateFormat;
import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A task's rows in its state stores. */
final class StoredRows implements CustomerRows {

  static final StateFormat<Customer> CUSTOMER = StateFormat.of(Customer.class);
  static final StateFormat<TimelineEntry> LINE = StateFormat.of(TimelineEntry.class);
  private static final StateFormat<Part> PART = StateFormat.of(Part.class);
  private static final StateFormat<OrderEntry> ORDER = StateFormat.of(OrderEntry.class);

  private final RecentCustomers recent = new RecentCustomers();
  private final KeyValueStore<String, byte[]> customers;
  private final KeyValueStore<Bytes, byte[]> parts;
  private final KeyValueStore<Bytes, byte[]> orders;
  private final KeyValueStore<Bytes, byte[]> timeline;

  StoredRows(ProcessingContext context) {
    this.customers = context.getStateStore(ProfileTopology.CUSTOMERS);
    this.parts = context.getStateStore(ProfileTopology.PARTS);
    this.orders = context.getStateStore(ProfileTopology.ORDERS);
    this.timeline = context.getStateStore(ProfileTopology.TIMELINE);
  }

  @Override
  public Optional<Customer> customer(String customerId) {
    Customer held = recent.get(customerId);
    if (held != null) {
      return Optional.of(held);
    }
    byte[] row = customers.get(customerId);
    if (row == null) {
      return Optional.empty();
    }
    Customer read = CUSTOMER.read(row);
    recent.put(read, row.length);
    return Optional.of(read);
  }

  @Override
  public Optional<Part> part(String customerId, String partId) {
    return Optional.ofNullable(parts.get(RowKey.ofPart(customerId, partId))).map(PART::read);
  }

  @Override
  public Optional<OrderEntry> order(String customerId, String orderKey) {
    return Optional.ofNullable(orders.get(RowKey.ofOrder(customerId, orderKey))).map(ORDER::read);
  }

  @Override
  public void orders(String customerId, BiConsumer<String, OrderEntry> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        orders.prefixScan(RowKey.of(customerId), new BytesSerializer())) {
      rows.forEachRemaining(row -> visitor.accept(RowKey.second(row.key), ORDER.read(row.value)));
    }
  }

  @Override
  public List<TimelineEntry> timeline(String customerId, String partId, int most) {
    List<TimelineEntry> lines = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        timeline.prefixScan(RowKey.ofPart(customerId, partId), new BytesSerializer())) {
      while (rows.hasNext() && lines.size() < most) {
        KeyValue<Bytes, byte[]> row = rows.next();
        lines.add(LINE.read(row.value));
      }
    }
    return lines;
  }

  /** A customer's row and those around it as they are to be stored. */
  List<StoredRow> encoded(Step.Taken step) {
    List<StoredRow> encoded = new ArrayList<>();
    byte[] customer = CUSTOMER.write(step.after());
    encoded.add(new StoredRow(customer.length, () -> put(step.after(), customer)));
    step.rows().forEach(change -> encoded.add(encoded(change)));
    return encoded;
  }

  private void put(Customer customer, byte[] row) {
    customers.put(customer.customerId(), row);
    recent.put(customer, row.length);
  }

  private StoredRow encoded(RowChange change) {
    String id = change.customerId();
    if (change instanceof RowChange.OfPart of) {
      Bytes key = RowKey.ofPart(id, of.partId());
      return row(parts, key, of.part() == null ? null : PART.write(of.part()));
    } else if (change instanceof RowChange.OfOrder of) {
      Bytes key = RowKey.ofOrder(id, of.orderKey());
      return row(orders, key, of.entry() == null ? null : ORDER.write(of.entry()));
    } else if (change instanceof RowChange.OfNoTimeline of) {
      return new StoredRow(0, () -> clearTimeline(RowKey.ofPart(id, of.partId())));
    }
    RowChange.OfTimeline of = (RowChange.OfTimeline) change;
    Bytes key = RowKey.ofLine(id, of.partId(), of.entry());
    return row(timeline, key, of.removed() ? null : LINE.write(of.entry()));
  }

  private void clearTimeline(Bytes part) {
    List<Bytes> lines = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows = timeline.prefixScan(part, new BytesSerializer())) {
      rows.forEachRemaining(row -> lines.add(row.key));
    }
    lines.forEach(timeline::delete);
  }

  private static StoredRow row(KeyValueStore<Bytes, byte[]> store, Bytes key, byte[] value) {
    return new StoredRow(value == null ? 0 : value.length, () -> store.put(key, value));
  }
}
