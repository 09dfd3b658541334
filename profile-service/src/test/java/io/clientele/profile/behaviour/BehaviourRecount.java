package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.profile.Session;
import io.clientele.contract.profile.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules once more, as plainly as they can be said, over the whole list of events. */
public final class BehaviourRecount {

  private final List<CustomerEvent> events;
  private final List<Session> sessions;

  public BehaviourRecount(List<CustomerEvent> events) {
    this.events = events.stream().sorted(CustomerEvent.ORDER).toList();
    this.sessions = all();
  }

  /** How many events of the window are such. */
  public long events(Window window, Instant time, Predicate<CustomerEvent> such) {
    return events.stream()
        .filter(event -> isIn(window, event.occurredAt(), time))
        .filter(such)
        .count();
  }

  /** How many days of the window have an event. */
  public int visits(Window window, Instant time) {
    return (int)
        events.stream()
            .filter(event -> isIn(window, event.occurredAt(), time))
            .map(event -> day(event.occurredAt()))
            .distinct()
            .count();
  }

  /** All sessions, the latest to begin first. */
  public List<Session> sessions() {
    return sessions;
  }

  private List<Session> all() {
    Map<String, List<CustomerEvent>> byDevice =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.anonymousId() == null ? e.identity() : e.anonymousId()));
    List<Session> found = new ArrayList<>();
    byDevice.forEach(
        (device, all) -> {
          List<CustomerEvent> session = new ArrayList<>();
          String campaign = null;
          for (CustomerEvent event : all) {
            String named = event.context().campaign();
            if (!session.isEmpty()) {
              Instant last = session.get(session.size() - 1).occurredAt();
              boolean paused =
                  Duration.between(last, event.occurredAt()).compareTo(Duration.ofMinutes(30)) >= 0;
              if (paused || (named != null && !named.equals(campaign))) {
                session(device, campaign, session).ifPresent(found::add);
                session = new ArrayList<>();
              }
            }
            if (session.isEmpty()) {
              campaign = named;
            }
            session.add(event);
          }
          session(device, campaign, session).ifPresent(found::add);
        });
    // Of one device, sessions in order; a sort keeps what is equal in place.
    List<Session> newestFirst = new ArrayList<>();
    found.forEach(session -> newestFirst.add(0, session));
    newestFirst.sort(Comparator.comparing(Session::from).reversed().thenComparing(Session::device));
    return newestFirst;
  }

  public Sessions.Counts sessions(Window window, Instant time) {
    List<Session> in =
        sessions.stream().filter(session -> isIn(window, session.from(), time)).toList();
    return new Sessions.Counts(
        in.size(),
        in.stream().filter(Session::bounce).count(),
        in.stream().mapToLong(Session::dwellSeconds).sum());
  }

  public Carts.Counts carts(Window window, Instant time) {
    long carts = 0;
    long abandoned = 0;
    Instant from = null;
    Instant to = null;
    BigDecimal units = BigDecimal.ZERO;
    for (CustomerEvent event : events) {
      int sign = sign(event);
      boolean order = event.payload() instanceof Payload.OrderCompleted;
      if (sign == 0 && !order) {
        continue;
      }
      if (from != null && !event.occurredAt().isBefore(to.plus(Duration.ofHours(24)))) {
        abandoned += isIn(window, from, time) && units.signum() > 0 ? 1 : 0;
        from = null;
      }
      if (from == null && sign > 0) {
        from = event.occurredAt();
        units = BigDecimal.ZERO;
        carts += isIn(window, from, time) ? 1 : 0;
      }
      if (from != null) {
        to = event.occurredAt();
        units = units.add(units(event).multiply(BigDecimal.valueOf(sign)));
        from = order ? null : from;
      }
    }
    boolean left = from != null && !time.isBefore(to.plus(Duration.ofHours(24)));
    abandoned += left && isIn(window, from, time) && units.signum() > 0 ? 1 : 0;
    return new Carts.Counts(carts, abandoned);
  }

  private static int sign(CustomerEvent event) {
    if (event.payload() instanceof Payload.CartChanged cart) {
      return switch (cart.change()) {
        case ADDED -> 1;
        case REMOVED -> -1;
        case VIEWED -> 0;
      };
    }
    return 0;
  }

  private static BigDecimal units(CustomerEvent event) {
    if (event.payload() instanceof Payload.CartChanged cart) {
      Product product = cart.products().get(0);
      return product.quantity() == null ? BigDecimal.ONE : product.quantity();
    }
    return BigDecimal.ZERO;
  }

  private static Optional<Session> session(
      String device, String campaign, List<CustomerEvent> events) {
    List<Payload> deeds =
        events.stream().map(CustomerEvent::payload).filter(BehaviourRecount::isDeed).toList();
    if (deeds.isEmpty()) {
      return Optional.empty();
    }
    Instant to = events.get(events.size() - 1).occurredAt();
    boolean sendsPages = events.stream().anyMatch(event -> page(event) != null);
    List<String> pages = new ArrayList<>();
    List<Instant> since = new ArrayList<>();
    for (CustomerEvent event : events) {
      String page = sendsPages ? page(event) : product(event);
      if (page != null && (pages.isEmpty() || !pages.get(pages.size() - 1).equals(page))) {
        pages.add(page);
        since.add(event.occurredAt());
      }
    }
    List<Session.Stop> path = new ArrayList<>();
    Duration dwell = Duration.ZERO;
    for (int i = 0; i < pages.size(); i++) {
      Duration stay = Duration.between(since.get(i), i + 1 < since.size() ? since.get(i + 1) : to);
      dwell = dwell.plus(stay);
      path.add(new Session.Stop(pages.get(i), stay.toSeconds()));
    }
    return Optional.of(
        new Session(
            device,
            events.get(0).occurredAt(),
            to,
            events.size(),
            events.stream().filter(e -> e.payload() instanceof Payload.PageViewed).count(),
            pages.isEmpty() ? null : pages.get(0),
            pages.isEmpty() ? null : pages.get(pages.size() - 1),
            path.stream().limit(20).toList(),
            dwell.toSeconds(),
            isBounce(deeds),
            campaign));
  }

  private static boolean isDeed(Payload payload) {
    return Stream.of(
            Payload.TraitsChanged.class,
            Payload.ConsentChanged.class,
            Payload.OrderRefunded.class,
            Payload.OrderCancelled.class,
            Payload.ServiceTicket.class)
        .noneMatch(told -> told.isInstance(payload));
  }

  private static boolean isBounce(List<Payload> deeds) {
    List<Payload> pages = deeds.stream().filter(Payload.PageViewed.class::isInstance).toList();
    List<Payload> products =
        deeds.stream().filter(Payload.ProductViewed.class::isInstance).toList();
    boolean onlyLooks = pages.size() + products.size() == deeds.size();
    return onlyLooks && (pages.isEmpty() ? products : pages).size() == 1;
  }

  private static String page(CustomerEvent event) {
    return event.payload() instanceof Payload.PageViewed viewed ? viewed.path() : null;
  }

  private static String product(CustomerEvent event) {
    return event.payload() instanceof Payload.ProductViewed viewed
        ? "product:" + viewed.product().id()
        : null;
  }

  private static boolean isIn(Window window, Instant moment, Instant time) {
    LocalDate today = day(time);
    int days = window == Window.LIFE ? 0 : Integer.parseInt(window.wireName().replace("d", ""));
    return window == Window.LIFE
        || (!day(moment).isAfter(today) && day(moment).isAfter(today.minusDays(days)));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
