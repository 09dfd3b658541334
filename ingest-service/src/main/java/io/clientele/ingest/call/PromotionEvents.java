package io.clientele.ingest.call;

import io.clientele.contract.Payload.PromotionSeen;
import io.clientele.ingest.Reason;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Promotions and coupons. */
final class PromotionEvents {

  private static final List<String> COUPONS =
      List.of("Coupon Entered", "Coupon Applied", "Coupon Denied", "Coupon Removed");

  private PromotionEvents() {}

  /** By event name in lower case, v2 names and their v1 aliases. */
  static Map<String, TrackTranslator> table() {
    Map<String, TrackTranslator> table = new HashMap<>();
    for (String name : List.of("promotion viewed", "viewed promotion")) {
      table.put(name, (properties, market) -> seen(false, properties));
    }
    for (String name : List.of("promotion clicked", "clicked promotion")) {
      table.put(name, (properties, market) -> seen(true, properties));
    }
    for (String name : COUPONS) {
      table.put(
          name.toLowerCase(Locale.ROOT), (properties, market) -> coupon(name, properties, market));
    }
    return table;
  }

  private static Translation seen(boolean clicked, Fields properties) {
    Wording.texts(properties, "promotion_id", "name", "creative", "position");
    Wording.oneOf(properties, "promotion_id", "name");
    return Translation.of(
        new PromotionSeen(
            clicked,
            properties.id("promotion_id"),
            properties.label("name"),
            properties.label("creative"),
            properties.label("position")));
  }

  /** No payload of its own: nothing follows from a coupon but what its order says. */
  private static Translation coupon(String name, Fields properties, Market market) {
    Wording.texts(properties, "order_id", "cart_id", "coupon_id", "coupon_name", "reason");
    Wording.oneOf(properties, "coupon_id", "coupon_name");
    properties.id("order_id");
    properties.id("cart_id");
    properties.id("coupon_id");
    BigDecimal discount = properties.amount("discount");
    if (discount != null && discount.signum() < 0) {
      throw new Refusal(
          Reason.INVALID_MONEY, properties.pointer("discount"), "A discount must not be negative.");
    }
    return CustomEvents.translate(name, properties, market);
  }
}
