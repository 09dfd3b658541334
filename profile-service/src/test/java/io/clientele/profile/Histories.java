package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary lists of events that touch every family and often the same order, trait and visit. */
final class Histories {

  private record Happening(String customerId, int minute, Payload payload, String email) {}

  private Histories() {}

  /** Events of these customers within thirty days, each with an id of its own, oldest nowhere. */
  static Arbitrary<List<CustomerEvent>> of(String... customerIds) {
    return Combinators.combine(
            Arbitraries.of(customerIds),
            Arbitraries.integers().between(0, 30 * 24 * 60),
            payloads(),
            Arbitraries.of("ada@example.org", "lovelace@example.org").injectNull(0.5))
        .as(Happening::new)
        .list()
        .ofMaxSize(40)
        .map(Histories::events);
  }

  /** As they may arrive: none more than the promised seven days after a later one. */
  static List<CustomerEvent> arriving(List<CustomerEvent> events, Random random) {
    Map<String, Instant> arrivals = new HashMap<>();
    events.forEach(
        event ->
            arrivals.put(
                event.eventId(),
                event.occurredAt().plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60 + 1)))));
    return events.stream()
        .sorted(Comparator.comparing(event -> arrivals.get(event.eventId())))
        .toList();
  }

  private static List<CustomerEvent> events(List<Happening> happenings) {
    List<CustomerEvent> events = new ArrayList<>();
    for (Happening happening : happenings) {
      CustomerEvent event =
          Events.event(
              happening.customerId,
              "e-" + events.size(),
              Events.NOON.plus(Duration.ofMinutes(happening.minute)),
              happening.payload,
              happening.email == null ? Map.of() : Map.of("email", happening.email));
      events.add(happening.minute % 2 == 0 ? Events.onDevice("phone", event) : event);
    }
    return events;
  }

  private static Arbitrary<Payload> payloads() {
    Arbitrary<String> orders = Arbitraries.of("o-1", "o-2", "o-3");
    Arbitrary<String> amounts = Arbitraries.of("0", "1.50", "20.125", "100");
    Arbitrary<Payload> usual =
        Arbitraries.oneOf(
            Arbitraries.of("kitchen", "garden").injectNull(0.3).map(Events::view),
            Combinators.combine(orders, amounts).as(Events::order),
            Combinators.combine(orders, amounts.injectNull(0.2)).as(Events::refund),
            amounts.map(amount -> Events.refund(null, amount)),
            orders.map(Events::cancellation),
            Arbitraries.of("gold", "silver").injectNull(0.3).map(Histories::plan));
    Arbitrary<Payload> large =
        Arbitraries.integers().between(0, 2).map(block -> manyTraits(200 * block));
    return Arbitraries.frequencyOf(Tuple.of(24, usual), Tuple.of(1, large));
  }

  /**
   * 400 of 800 names, so that two of them are more than may be kept of a customer; they are slow.
   */
  private static Payload manyTraits(int first) {
    Map<String, Object> traits = new HashMap<>();
    IntStream.range(first, first + 400).forEach(i -> traits.put("name-" + i, i));
    return new Payload.TraitsChanged(traits);
  }

  private static Payload plan(String value) {
    Map<String, Object> traits = new HashMap<>();
    traits.put("plan", value);
    return new Payload.TraitsChanged(traits);
  }
}
