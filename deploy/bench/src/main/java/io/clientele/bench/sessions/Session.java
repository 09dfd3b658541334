package io.clientele.bench.sessions;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.recommendation.memory.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one anonymous shopper looked at.
 *
 * @param items oldest first
 * @param times of each, never falling
 */
record Session(String id, List<String> items, List<Instant> times) {

  Session {
    items = List.copyOf(items);
    times = List.copyOf(times);
    if (items.size() != times.size() || items.isEmpty()) {
      throw new IllegalArgumentException(items.size() + " items at " + times.size() + " times");
    }
  }

  /** As the platform's log has it, received as it happened. */
  List<CustomerEvent> events() {
    return IntStream.range(0, items.size()).mapToObj(this::event).toList();
  }

  /** The same for a recommender in this process. */
  List<Fact> facts() {
    return events().stream().<Fact>map(Fact.Happened::new).toList();
  }

  private CustomerEvent event(int position) {
    String customer = CustomerIds.ofDevice(id);
    return new CustomerEvent(
        id + ":" + position,
        customer,
        customer,
        id,
        times.get(position),
        times.get(position),
        "default",
        Channel.WEB,
        id,
        null,
        null,
        null,
        new Payload.ProductViewed(Product.of(items.get(position))));
  }

  /** A question for each item but the first: what came before it, and it. */
  List<Query> queries(int session) {
    return IntStream.range(1, items.size())
        .mapToObj(
            next ->
                new Query(session, items.subList(0, next), items.get(next), times.get(next - 1)))
        .toList();
  }
}
