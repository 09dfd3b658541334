package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A day of a made-up shop: visits on several devices, some of them from campaigns, some with a
 * login, a cart, an order, or something given back.
 */
final class BrowsingDay {

  private static final List<String> PAGES = List.of("/", "/sale", "/mugs", "/bowls", "/help");

  private final Random random;
  private final Instant day;
  private int events;

  BrowsingDay(Random random, Instant day) {
    this.random = random;
    this.day = day;
  }

  /** What this shopper does, in order, on a device that nobody else uses. */
  List<CustomerEvent> visits(String shopper, String device) {
    List<CustomerEvent> done = new ArrayList<>();
    boolean known = false;
    Instant at = day.plus(Duration.ofMinutes(random.nextInt(20 * 60)));
    int visits = 1 + random.nextInt(3);
    for (int visit = 0; visit < visits; visit++) {
      String campaign = random.nextInt(4) == 0 ? "campaign-" + random.nextInt(3) : null;
      int length = 1 + random.nextInt(12);
      for (int step = 0; step < length; step++) {
        known |= random.nextInt(20) == 0;
        String id = known ? shopper : CustomerIds.ofDevice(device);
        done.add(event(id, device, at, step == 0 ? campaign : null, payload(shopper, known)));
        at = at.plus(Duration.ofSeconds(5 + random.nextInt(400)));
      }
      at = at.plus(Duration.ofMinutes(10 + random.nextInt(90)));
    }
    return done;
  }

  private Payload payload(String shopper, boolean known) {
    String order = shopper + "-" + random.nextInt(3);
    return switch (random.nextInt(known ? 12 : 9)) {
      case 0, 1, 2, 3 -> new Payload.PageViewed(null, PAGES.get(random.nextInt(PAGES.size())));
      case 4, 5 -> new Payload.ProductViewed(product());
      case 6 -> new Payload.Searched();
      case 7 -> cart(Payload.CartChanged.Change.ADDED);
      case 8 -> cart(Payload.CartChanged.Change.REMOVED);
      case 9, 10 -> new Payload.OrderCompleted(order, Events.money("20"), null, null);
      default -> new Payload.OrderRefunded(order, Events.money("7.50"), null);
    };
  }

  private Payload cart(Payload.CartChanged.Change change) {
    return new Payload.CartChanged("cart", change, List.of(product()));
  }

  private Product product() {
    return new Product(
        "product-" + random.nextInt(9), null, "mugs", null, null, BigDecimal.TEN, BigDecimal.ONE);
  }

  private CustomerEvent event(
      String id, String device, Instant at, String campaign, Payload payload) {
    CustomerEvent event = Events.event(id, Events.id(++events), at, payload);
    return Events.onDevice(device, Events.brought(campaign, event));
  }
}
