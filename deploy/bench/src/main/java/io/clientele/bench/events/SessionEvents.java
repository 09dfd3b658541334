package io.clientele.bench.events;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Payload.CartChanged;
import io.clientele.contract.Payload.OrderCompleted;
import io.clientele.contract.Payload.ProductViewed;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The cleaned events of very many visits in the order in which they happen, each step of a visit
 * being one. The same plan and seed make the same events.
 */
public final class SessionEvents implements Iterator<CustomerEvent> {

  /** OTTO's data set: 194.7 M clicks, 16.9 M additions to carts, 5.1 M orders. */
  private static final double ORDERS = 0.024;

  private static final double ORDERS_AND_CARTS = ORDERS + 0.078;

  private static final int VISITS_A_CUSTOMER = 2;
  private static final int LONGEST_DELAY_MILLIS = 2_000;
  private static final String CURRENCY = "USD";

  /**
   * How much happens.
   *
   * @param name tells these visits and customers from those of other plans; the items are the same
   * @param sessions visits; with half as many customers they are two of each on the average
   * @param from when the first of them begins
   * @param span within which all of them begin, at an even rate
   * @param pause between two steps, on the average
   */
  public record Plan(String name, long sessions, Instant from, Duration span, Duration pause) {

    public Plan {
      if (sessions < 1 || span.isNegative() || pause.isNegative() || pause.isZero()) {
        throw new IllegalArgumentException("nothing happens in this plan");
      }
    }
  }

  private final Plan plan;
  private final long seed;
  private final SplittableRandom random;
  private final SessionItems items;
  private final Crowd crowd;
  private final PriorityQueue<Visit> underWay =
      new PriorityQueue<>(
          Comparator.<Visit>comparingLong(visit -> visit.nextMillis)
              .thenComparingLong(visit -> visit.number));
  private final BitSet touched = new BitSet(SessionItems.ITEMS);
  private long arrived;
  private long nextArrival;
  private long events;

  public SessionEvents(Plan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.items = new SessionItems(random.split());
    this.crowd =
        new Crowd(plan.name(), Math.toIntExact(Math.max(1, plan.sessions() / VISITS_A_CUSTOMER)));
    this.nextArrival = arrival();
  }

  @Override
  public boolean hasNext() {
    return arrived < plan.sessions() || !underWay.isEmpty();
  }

  /** The next event. */
  @Override
  public CustomerEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all visits are over");
    }
    while (arrived < plan.sessions()
        && (underWay.isEmpty() || underWay.element().nextMillis >= nextArrival)) {
      underWay.add(new Visit(arrived, random.nextInt(crowd.customers()), items.next()));
      arrived++;
      nextArrival = arrival();
    }
    Visit visit = underWay.remove();
    CustomerEvent event = event(visit);
    visit.step++;
    if (visit.step < visit.items.length) {
      visit.nextMillis += 1 + random.nextLong(2 * plan.pause().toMillis());
      underWay.add(visit);
    }
    return event;
  }

  /** Visits take turns on a timetable, late by chance but never by more than until the next. */
  private long arrival() {
    double part = (arrived + random.nextDouble()) / plan.sessions();
    return plan.from().toEpochMilli() + (long) (plan.span().toMillis() * part);
  }

  /** How many different items the events so far were about. */
  public int items() {
    return touched.cardinality();
  }

  private CustomerEvent event(Visit visit) {
    touched.set(visit.items[visit.step]);
    Instant occurredAt = Instant.ofEpochMilli(visit.nextMillis);
    String customer = crowd.id(visit.customer);
    return new CustomerEvent(
        new UUID(plan.name().hashCode() + (seed << 32), events++).toString(),
        customer,
        customer,
        crowd.device(visit.customer, 0),
        occurredAt,
        occurredAt.plusMillis(50 + random.nextInt(LONGEST_DELAY_MILLIS)),
        "shop",
        Channel.WEB,
        plan.name() + "-s" + visit.number,
        crowd.context(visit.customer, 0, null),
        Map.of(),
        List.of(),
        payload(visit.items[visit.step]));
  }

  private Payload payload(int item) {
    BigDecimal price = BigDecimal.valueOf(100 + item % 9_900, 2);
    Product product =
        new Product(
            SessionItems.id(item),
            "Item " + item,
            SessionItems.category(item),
            null,
            null,
            price,
            BigDecimal.ONE);
    double drawn = random.nextDouble();
    if (drawn < ORDERS) {
      return new OrderCompleted(
          plan.name() + "-o" + events, new Money(price, CURRENCY), null, List.of(product));
    } else if (drawn < ORDERS_AND_CARTS) {
      return new CartChanged(null, CartChanged.Change.ADDED, List.of(product));
    } else {
      return new ProductViewed(product);
    }
  }

  /** A visit that goes on. */
  private final class Visit {

    private final long number;
    private final int customer;
    private final int[] items;
    private int step;
    private long nextMillis = nextArrival;

    Visit(long number, int customer, int[] items) {
      this.number = number;
      this.customer = customer;
      this.items = items;
    }
  }
}
