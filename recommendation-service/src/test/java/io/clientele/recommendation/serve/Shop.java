package io.clientele.recommendation.serve;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.EventContext;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.recommendation.memory.Fact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Events of a made-up shop. */
public final class Shop {

  public static final Instant OPENING = Instant.parse("2026-03-01T08:00:00Z");

  private Shop() {}

  public static Fact viewed(String customer, String session, Duration at, String item) {
    return happened(customer, session, at, item, new Payload.ProductViewed(Product.of(item)));
  }

  static Fact bought(String customer, String session, Duration at, String... items) {
    return ordered(customer, session, at, "order-" + at, items);
  }

  public static Fact ordered(
      String customer, String session, Duration at, String order, String... items) {
    List<Product> lines = Stream.of(items).map(Product::of).toList();
    Money revenue = new Money(BigDecimal.TEN, "USD");
    return happened(
        customer,
        session,
        at,
        String.join("+", items),
        new Payload.OrderCompleted(order, revenue, null, lines));
  }

  public static Fact cancelled(String customer, String session, Duration at, String order) {
    return happened(customer, session, at, "cancel/" + order, new Payload.OrderCancelled(order));
  }

  public static Fact added(String customer, String session, Duration at, String item) {
    return cart(customer, session, at, Payload.CartChanged.Change.ADDED, item);
  }

  public static Fact removed(String customer, String session, Duration at, String item) {
    return cart(customer, session, at, Payload.CartChanged.Change.REMOVED, item);
  }

  private static Fact cart(
      String customer,
      String session,
      Duration at,
      Payload.CartChanged.Change change,
      String item) {
    return happened(
        customer,
        session,
        at,
        change + "/" + item,
        new Payload.CartChanged(null, change, List.of(Product.of(item))));
  }

  public static Fact happened(
      String customer, String session, Duration at, String what, Payload payload) {
    String device = CustomerIds.isAnonymous(customer) ? CustomerIds.rawId(customer) : null;
    Instant moment = OPENING.plus(at);
    return new Fact.Happened(
        new CustomerEvent(
            String.join("/", customer, session == null ? "" : session, at.toString(), what),
            customer,
            customer,
            device,
            moment,
            moment,
            "default",
            Channel.WEB,
            session,
            null,
            null,
            null,
            payload));
  }

  /** The same by a clock that is ahead of the platform's. */
  static Fact ahead(Duration by, Fact fact) {
    CustomerEvent event = ((Fact.Happened) fact).event();
    Duration at = Duration.between(OPENING, event.occurredAt());
    Fact later =
        happened(
            event.customerId(), event.sessionId(), at.plus(by), event.eventId(), event.payload());
    return receivedAt(at, later);
  }

  /** The same, received so long after the shop opened. */
  static Fact receivedAt(Duration at, Fact fact) {
    return new Fact.Happened(((Fact.Happened) fact).event().received(OPENING.plus(at)));
  }

  /** The same, done by a machine. */
  static Fact byBot(Fact fact) {
    CustomerEvent event = ((Fact.Happened) fact).event();
    EventContext context =
        new EventContext(null, null, null, null, null, true, null, null, null, null, null, null);
    return new Fact.Happened(
        new CustomerEvent(
            event.eventId(),
            event.customerId(),
            event.identity(),
            event.anonymousId(),
            event.occurredAt(),
            event.receivedAt(),
            event.source(),
            event.channel(),
            event.sessionId(),
            context,
            event.personal(),
            event.cleaned(),
            event.payload()));
  }

  static Fact merged(String id, String canonical) {
    return new Fact.Merged(new CustomerMerge(id, canonical, List.of()));
  }

  static Fact listed(String item, boolean withdrawn) {
    return new Fact.Listed(
        new CatalogItem(item, null, null, null, null, null, null, withdrawn, OPENING));
  }

  static Recommender knowing(List<Fact> facts) {
    Recommender recommender = new Recommender(64L * 1024 * 1024);
    recommender.learn(facts);
    recommender.refreshTrending();
    return recommender;
  }

  /** One session through these items. */
  static List<Fact> walk(String... items) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      facts.add(viewed("anonymous:0", "s0", Duration.ofMinutes(i), items[i]));
    }
    return facts;
  }

  static SessionQuery session(String... items) {
    return new SessionQuery(List.of(items), 20, false, List.of(), null, null, null);
  }
}
