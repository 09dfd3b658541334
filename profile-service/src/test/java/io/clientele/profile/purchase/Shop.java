package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What customers of a small shop order, give back and cancel. */
final class Shop {

  private record Happening(String part, int minute, Payload payload) {}

  private Shop() {}

  /** Events of these parts within so many days, each with an id of its own, in any order. */
  static Arbitrary<List<CustomerEvent>> events(int days, String... parts) {
    return Combinators.combine(
            Arbitraries.of(parts), Arbitraries.integers().between(0, days * 24 * 60), payloads())
        .as(Happening::new)
        .list()
        .ofMaxSize(25)
        .map(Shop::events);
  }

  static Product line(String product, String price, String quantity) {
    return new Product(product, null, "kitchen", "Potter", null, decimal(price), decimal(quantity));
  }

  static Payload order(String orderId, String revenue, Product... lines) {
    return new Payload.OrderCompleted(orderId, Events.money(revenue), null, List.of(lines));
  }

  static Payload returned(String orderId, Product... lines) {
    return new Payload.OrderRefunded(orderId, null, List.of(lines));
  }

  /** What so many payloads an hour apart, from noon on, tell of one order. */
  static Order told(Payload... payloads) {
    Order order = Order.UNKNOWN;
    for (int i = 0; i < payloads.length; i++) {
      order = order.add(event(i, payloads[i]));
    }
    return order;
  }

  static CustomerEvent event(int hour, Payload payload) {
    return Events.event("ada", "e-" + hour, Events.NOON.plus(Duration.ofHours(hour)), payload);
  }

  private static List<CustomerEvent> events(List<Happening> happenings) {
    List<CustomerEvent> events = new ArrayList<>();
    for (Happening happening : happenings) {
      events.add(
          Events.event(
              happening.part,
              "e-" + events.size(),
              Events.NOON.plus(Duration.ofMinutes(happening.minute)),
              happening.payload));
    }
    return events;
  }

  private static Arbitrary<Payload> payloads() {
    Arbitrary<String> ids = Arbitraries.of("o-1", "o-2", "o-3", "o-4");
    Arbitrary<String> amounts = Arbitraries.of("0", "1.50", "20.125", "100");
    Arbitrary<List<Product>> lines = products().list().ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(
            5,
            Combinators.combine(
                    ids,
                    amounts,
                    amounts.injectNull(0.5),
                    Arbitraries.just("WELCOME").injectNull(0.5),
                    lines)
                .as(Shop::order)),
        Tuple.of(2, Combinators.combine(ids, amounts.injectNull(0.3)).as(Events::refund)),
        Tuple.of(
            2,
            Combinators.combine(ids, products().list().ofMinSize(1).ofMaxSize(3))
                .as((id, some) -> returned(id, some.toArray(Product[]::new)))),
        Tuple.of(1, amounts.map(amount -> Events.refund(null, amount))),
        Tuple.of(1, ids.map(Events::cancellation)));
  }

  private static Arbitrary<Product> products() {
    return Combinators.combine(
            Arbitraries.of("mug", "bowl", "spoon"),
            Arbitraries.of("2.55", "10", "0.5").injectNull(0.4),
            Arbitraries.of("1", "2", "3", "0").injectNull(0.2))
        .as(Shop::line);
  }

  private static Payload order(
      String id, String revenue, String discount, String coupon, List<Product> lines) {
    return new Payload.OrderCompleted(
        id,
        Events.money(revenue),
        null,
        discount == null ? null : Events.money(discount),
        coupon,
        lines);
  }

  private static BigDecimal decimal(String number) {
    return number == null ? null : new BigDecimal(number);
  }

  /** So many lines of as many products, one unit each. */
  static Product[] lines(int first, int count, String price) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> line("product-%04d".formatted(i), price, "1"))
        .toArray(Product[]::new);
  }
}
