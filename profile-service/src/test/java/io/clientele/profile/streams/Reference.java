package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Behaviour;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.Payload;
import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Window;
import io.clientele.profile.behaviour.BehaviourRecount;
import io.clientele.profile.behaviour.Carts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.purchase.PurchaseRecount;
import java.time.Instant;
import java.util.List;

/** What the plain list of a customer's events says, held against the profile. */
final class Reference {

  private final List<CustomerEvent> events;
  private final BehaviourRecount behaviour;
  private final PurchaseRecount purchases;

  /** All events of one customer, over all ids, in any order. */
  Reference(List<CustomerEvent> events) {
    this.events = events;
    this.behaviour = new BehaviourRecount(events);
    this.purchases = new PurchaseRecount(events.stream().filter(Reference::isOfAnOrder).toList());
  }

  void assertAgrees(CustomerProfile profile, Instant time) {
    assertThat(profile.firstSeenAt())
        .isEqualTo(events.stream().map(CustomerEvent::occurredAt).min(Instant::compareTo).get());
    assertThat(profile.lastSeenAt())
        .isEqualTo(events.stream().map(CustomerEvent::occurredAt).max(Instant::compareTo).get());
    for (Behaviour kind : Behaviour.values()) {
      assertThat(profile.counts().getOrDefault(kind, 0L))
          .isEqualTo(
              behaviour.events(Window.LIFE, time, event -> event.payload().behaviour() == kind));
    }
    assertThat(profile.sessions()).isEqualTo(behaviour.sessions().stream().limit(5).toList());
    assertThat(profile.purchases().firstOrderAt()).isEqualTo(purchases.firstOrderAt());
    assertThat(profile.purchases().lastOrderAt()).isEqualTo(purchases.lastOrderAt());
    assertThat(profile.purchases().refundsWithoutOrder().count())
        .isEqualTo(purchases.looseRefunds());
    profile.activity().forEach((window, activity) -> assertAgrees(window, activity, time));
  }

  private void assertAgrees(Window window, Activity activity, Instant time) {
    Sessions.Counts sessions = behaviour.sessions(window, time);
    Carts.Counts carts = behaviour.carts(window, time);
    assertThat(
            List.of(
                activity.visits(),
                activity.sessions(),
                activity.bounces(),
                activity.dwellSeconds(),
                activity.pageViews(),
                activity.productViews(),
                activity.searches(),
                activity.carts(),
                activity.abandonedCarts(),
                activity.orders()))
        .as("visits, sessions, bounces, dwell, page, product views, searches, carts, left, orders")
        .isEqualTo(
            List.of(
                (long) behaviour.visits(window, time),
                sessions.sessions(),
                sessions.bounces(),
                sessions.dwellSeconds(),
                events(window, time, Payload.PageViewed.class),
                events(window, time, Payload.ProductViewed.class),
                events(window, time, Payload.Searched.class),
                carts.carts(),
                carts.abandoned(),
                purchases.orders(time, window)));
    assertThat(activity.revenue().amount()).isEqualByComparingTo(purchases.revenue(time, window));
    assertThat(activity.refunds().amount()).isEqualByComparingTo(purchases.refunds(time, window));
  }

  private long events(Window window, Instant time, Class<? extends Payload> type) {
    return behaviour.events(window, time, event -> type.isInstance(event.payload()));
  }

  private static boolean isOfAnOrder(CustomerEvent event) {
    return event.payload() instanceof Payload.OrderCompleted
        || event.payload() instanceof Payload.OrderRefunded
        || event.payload() instanceof Payload.OrderCancelled;
  }
}
