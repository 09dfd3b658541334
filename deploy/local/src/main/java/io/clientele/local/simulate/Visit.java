package io.clientele.local.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.local.load.Call;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One visit of a shopper, written down call by call. */
final class Visit {

  private static final Duration STEP = Duration.ofSeconds(40);
  private static final double REFUND_SHARE = 0.04;
  private static final double REVIEW_SHARE = 0.12;
  private static final double SURVEY_SHARE = 0.1;

  private final Shopper shopper;
  private final String id;
  private final String currency;
  private final Random random;
  private final List<Call> calls = new ArrayList<>();
  private Instant time;
  private boolean loggedIn;

  private Visit(Shopper shopper, String id, Instant start, String currency, Random random) {
    this.shopper = shopper;
    this.id = id;
    this.currency = currency;
    this.random = random;
    this.time = start;
  }

  /**
   * The calls of a visit.
   *
   * @param id names the visit for ever; message ids are made of it
   * @param first whether it is the shopper's first
   * @param buys whether it ends with an order
   */
  static List<Call> of(
      Shopper shopper, String id, Instant start, boolean first, boolean buys, Setting setting) {
    Visit visit = new Visit(shopper, id, start, setting.currency(), setting.random());
    visit.loggedIn = !(first && shopper.startsAnonymous());
    visit.browse(setting.assortment(), first, buys);
    return visit.calls;
  }

  /** Where a visit takes place. */
  record Setting(Assortment assortment, String currency, Random random) {}

  private void browse(Assortment assortment, boolean first, boolean buys) {
    List<Assortment.Item> seen = new ArrayList<>();
    if (first && loggedIn) {
      identify();
    }
    int views = 2 + random.nextInt(5);
    for (int view = 0; view < views; view++) {
      Assortment.Item item = assortment.glance(random, shopper.habits().taste());
      seen.add(item);
      track("Product Viewed", Assortment.product(item));
    }
    if (!loggedIn) {
      loggedIn = true;
      identify();
    }
    if (buys) {
      buy(seen.subList(0, 1 + random.nextInt(Math.min(3, seen.size()))));
    }
  }

  private void buy(List<Assortment.Item> bought) {
    for (Assortment.Item item : bought) {
      track("Product Added", Assortment.product(item).put("cart_id", "cart-" + id));
    }
    BigDecimal spend =
        BigDecimal.valueOf(shopper.habits().spend(random)).setScale(2, RoundingMode.HALF_UP);
    ObjectNode order =
        Call.object().put("order_id", id).put("currency", currency).put("revenue", spend);
    ArrayNode products = order.putArray("products");
    bought.forEach(item -> products.add(Assortment.product(item).put("quantity", 1)));
    track("Order Completed", order);
    if (random.nextDouble() < REFUND_SHARE) {
      track("Order Refunded", Call.object().put("order_id", id).put("currency", currency));
    }
    if (random.nextDouble() < REVIEW_SHARE) {
      track(
          "Product Reviewed",
          Call.object()
              .put("product_id", bought.get(0).id())
              .put("review_id", "review-" + id)
              .put("rating", Integer.toString(1 + random.nextInt(5))));
    }
    if (random.nextDouble() < SURVEY_SHARE) {
      track("Survey Answered", Call.object().put("survey", "nps").put("score", random.nextInt(11)));
    }
  }

  private void identify() {
    ObjectNode traits =
        Call.object()
            .put("email", shopper.userId() + "@example.com")
            .put("firstName", "Shopper " + shopper.number());
    ObjectNode body = next("identify");
    body.put("userId", shopper.userId());
    body.set("traits", traits);
    add(body);
  }

  private void track(String event, ObjectNode properties) {
    ObjectNode body = next("track").put("event", event);
    if (loggedIn) {
      body.put("userId", shopper.userId());
    }
    body.set("properties", properties);
    add(body);
  }

  private ObjectNode next(String type) {
    ObjectNode body = Call.object().put("type", type).put("messageId", id + ":" + calls.size());
    body.put("anonymousId", shopper.deviceId());
    body.putObject("context").put("sessionId", id);
    return body;
  }

  private void add(ObjectNode body) {
    calls.add(new Call(shopper.deviceId(), body, time));
    time = time.plus(STEP);
  }
}
