package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events on few devices at few times of day, so that sessions and carts touch, join and tie. */
final class Shoppers {

  static final Instant NOON = Events.NOON;

  private record Happening(
      int day, int minute, String device, String campaign, Payload payload, int receivedDay) {}

  private Shoppers() {}

  /** Within so many days from {@link #NOON}. */
  static Arbitrary<List<CustomerEvent>> within(int days, int most) {
    return Combinators.combine(
            Arbitraries.integers().between(0, days),
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(ten -> 10 * ten),
                Arbitraries.integers().between(0, 24 * 60)),
            Arbitraries.of("phone", "desk").injectNull(0.2),
            Arbitraries.of("spring", "autumn").injectNull(0.8),
            payloads(),
            Arbitraries.integers().between(0, 500))
        .as(Happening::new)
        .list()
        .ofMaxSize(most)
        .map(Shoppers::events);
  }

  /** On one device, some ten sessions a day, so that there is always much to settle. */
  static Arbitrary<List<CustomerEvent>> busy() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 24),
            Arbitraries.integers().between(0, 71).map(twenty -> 20 * twenty),
            Arbitraries.of("spring", "autumn").injectNull(0.9),
            payloads())
        .as(
            (day, minute, campaign, payload) ->
                new Happening(day, minute, "phone", campaign, payload, 1))
        .list()
        .ofMinSize(150)
        .ofMaxSize(300)
        .map(Shoppers::events);
  }

  static Payload page(String path) {
    return new Payload.PageViewed(null, path);
  }

  static Payload product(String id) {
    return new Payload.ProductViewed(Product.of(id));
  }

  static Payload added(String quantity) {
    return cart(Payload.CartChanged.Change.ADDED, quantity);
  }

  static Payload removed(String quantity) {
    return cart(Payload.CartChanged.Change.REMOVED, quantity);
  }

  static Payload order() {
    return new Payload.OrderCompleted("o-1", new Money(BigDecimal.TEN, "USD"), null, null);
  }

  static Payload traits() {
    return new Payload.TraitsChanged(Map.of("plan", "gold"));
  }

  static CustomerEvent event(
      int number, Instant at, String device, String campaign, Payload payload) {
    CustomerEvent event = Events.event("ada", Events.id(number), at, payload);
    return Events.onDevice(device, Events.brought(campaign, event));
  }

  private static Payload cart(Payload.CartChanged.Change change, String quantity) {
    BigDecimal units = quantity == null ? null : new BigDecimal(quantity);
    return new Payload.CartChanged(
        "c-1", change, List.of(new Product("mug", null, null, null, null, null, units)));
  }

  private static List<CustomerEvent> events(List<Happening> happenings) {
    List<CustomerEvent> events = new ArrayList<>();
    for (Happening happening : happenings) {
      Instant at =
          NOON.plus(Duration.ofDays(happening.day)).plus(Duration.ofMinutes(happening.minute));
      CustomerEvent event =
          event(events.size(), at, happening.device, happening.campaign, happening.payload);
      events.add(event.received(at.plus(Duration.ofDays(happening.receivedDay - 1))));
    }
    return events;
  }

  /** What others tell of the customer. */
  private static Arbitrary<Payload> told() {
    return Arbitraries.of(
        traits(),
        new Payload.ConsentChanged(Map.of("mail", true)),
        new Payload.OrderRefunded("o-1", null, null),
        new Payload.OrderCancelled("o-1"),
        new Payload.ServiceTicket("t-1", Payload.ServiceTicket.Status.OPENED));
  }

  private static Arbitrary<Payload> payloads() {
    return Arbitraries.oneOf(
        Arbitraries.of("/", "/mugs", "/mugs/blue").injectNull(0.1).map(Shoppers::page),
        Arbitraries.of("mug", "bowl").map(Shoppers::product),
        Arbitraries.of("1", "2").injectNull(0.3).map(Shoppers::added),
        Arbitraries.of("1", "3").injectNull(0.3).map(Shoppers::removed),
        Arbitraries.just(order()),
        told(),
        Arbitraries.just(new Payload.Searched()));
  }
}
