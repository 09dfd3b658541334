package io.clientele.bench.events;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The cleaned events of a crowd in the order in which they happen: first everybody comes once, then
 * some come more often than others. Visits have 5 to 15 events, half a minute apart, and many of
 * them are under way at a time. The same plan and seed make the same events.
 */
public final class CrowdEvents {

  private static final int SHORTEST_VISIT = 5;
  private static final int LONGEST_VISIT = 15;
  private static final int MEAN_PAUSE_MILLIS = 30_000;
  private static final int LONGEST_DELAY_MILLIS = 2_000;
  private static final List<String> CAMPAIGNS = List.of("spring", "newsletter", "clearance");

  /**
   * How much happens.
   *
   * @param events of all customers together, at an even rate from {@code from} to {@code to}; more
   *     may be asked for, and then go on beyond
   * @param firstVisitEvents events of everybody's first visit; from two on both ids of those who
   *     have two come in it
   * @param skew 1 lets everybody come as often; with 2 the busiest hundredth does a tenth of all
   */
  public record Plan(
      Crowd crowd, Instant from, Instant to, long events, int firstVisitEvents, double skew) {

    public Plan {
      if (firstVisitEvents < 1 || !from.isBefore(to) || events < 1) {
        throw new IllegalArgumentException("nothing happens in this plan");
      }
    }

    /** How many events it takes until everybody has been there. */
    public long firstEvents() {
      return (long) crowd.customers() * firstVisitEvents;
    }

    private double millisAnEvent() {
      return (double) Duration.between(from, to).toMillis() / events;
    }
  }

  private final Plan plan;
  private final SplittableRandom random;
  private final Deeds deeds;
  private final long seed;
  private final PriorityQueue<Visit> underWay =
      new PriorityQueue<>(
          Comparator.<Visit>comparingLong(visit -> visit.nextMillis)
              .thenComparingLong(visit -> visit.number));
  private long nextArrival;
  private long visits;
  private long planned;
  private long events;

  public CrowdEvents(Plan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.deeds = new Deeds(plan.crowd(), random);
    this.nextArrival = arrival();
  }

  /** The plan. */
  public Plan plan() {
    return plan;
  }

  /** The next event. */
  public CustomerEvent next() {
    while (underWay.isEmpty() || underWay.element().nextMillis >= nextArrival) {
      arrive();
    }
    Visit visit = underWay.remove();
    CustomerEvent event = event(visit);
    visit.left--;
    if (visit.left > 0) {
      visit.nextMillis += 1 + random.nextInt(2 * MEAN_PAUSE_MILLIS);
      underWay.add(visit);
    }
    return event;
  }

  private void arrive() {
    Crowd crowd = plan.crowd();
    Visit visit = new Visit();
    visit.number = visits;
    visit.nextMillis = nextArrival;
    if (isFirstVisit()) {
      visit.customer = (int) visits;
      visit.left = plan.firstVisitEvents();
      visit.underFirstId = visit.left - visit.left / 2;
    } else {
      double drawn = Math.pow(random.nextDouble(), plan.skew());
      visit.customer = (int) (drawn * crowd.customers());
      visit.left = SHORTEST_VISIT + random.nextInt(LONGEST_VISIT - SHORTEST_VISIT + 1);
      visit.device = random.nextInt(crowd.devices(visit.customer));
    }
    visit.campaign =
        random.nextInt(7) == 0 ? CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())) : null;
    underWay.add(visit);
    visits++;
    planned += visit.left;
    nextArrival = arrival();
  }

  /** Visits take turns on a timetable, late by chance but never by more than is made up for. */
  private long arrival() {
    int shortest = isFirstVisit() ? plan.firstVisitEvents() : SHORTEST_VISIT;
    double before = planned + random.nextDouble() * shortest;
    return plan.from().toEpochMilli() + (long) (plan.millisAnEvent() * before);
  }

  private boolean isFirstVisit() {
    return visits < plan.crowd().customers();
  }

  private CustomerEvent event(Visit visit) {
    Crowd crowd = plan.crowd();
    boolean before = visit.underFirstId > 0;
    visit.underFirstId--;
    String id = before ? crowd.firstId(visit.customer) : crowd.id(visit.customer);
    Deeds.Deed deed = deeds.next(visit.customer);
    Instant occurredAt = Instant.ofEpochMilli(visit.nextMillis);
    return new CustomerEvent(
        new UUID(crowd.name().hashCode() + (seed << 32), events++).toString(),
        id,
        id,
        crowd.device(visit.customer, visit.device),
        occurredAt,
        occurredAt.plusMillis(50 + random.nextInt(LONGEST_DELAY_MILLIS)),
        "shop",
        visit.device == 2 ? Channel.APP : Channel.WEB,
        crowd.name() + "-s" + visit.number,
        crowd.context(visit.customer, visit.device, visit.campaign),
        deed.personal(),
        List.of(),
        deed.payload());
  }

  /** A visit that goes on. */
  private static final class Visit {
    private long number;
    private int customer;
    private int device;
    private String campaign;
    private int left;
    private int underFirstId;
    private long nextMillis;
  }
}
