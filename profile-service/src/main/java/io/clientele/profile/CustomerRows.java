package io.clientele.profile;

import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rows that the fold reads; what it changes comes back as {@link RowChange}. */
public interface CustomerRows {

  /** What is known under a customer id. */
  Optional<Customer> customer(String customerId);

  /** One part of a customer in which there are several, its own among them. */
  Optional<Part> part(String customerId, String partId);

  /** What the parts of a customer tell of one order. */
  Optional<OrderEntry> order(String customerId, String orderKey);

  /** Visits all orders of a customer by key. */
  void orders(String customerId, BiConsumer<String, OrderEntry> visitor);

  /**
   * The lines that a part has in a customer's timeline, oldest first.
   *
   * @param most how many at most
   */
  List<TimelineEntry> timeline(String customerId, String partId, int most);
}
