package io.clientele.ingest.call;

import io.clientele.contract.Money;
import io.clientele.contract.Payload.OrderCancelled;
import io.clientele.contract.Payload.OrderCompleted;
import io.clientele.contract.Payload.OrderRefunded;
import io.clientele.ingest.Reason;
import java.util.List;
import java.util.Map;

/** Orders and what undoes them: the calls that carry money. */
final class OrderEvents {

  private OrderEvents() {}

  /** By event name in lower case, v2 names and their v1 aliases. */
  static Map<String, TrackTranslator> table() {
    return Map.of(
        "order completed", OrderEvents::completed,
        "completed order", OrderEvents::completed,
        "order refunded", OrderEvents::refunded,
        "order cancelled", OrderEvents::cancelled,
        "order updated", (properties, base) -> updated("Order Updated", properties, base),
        "updated order", (properties, base) -> updated("Updated Order", properties, base));
  }

  private static Translation completed(Fields properties, String baseCurrency) {
    String orderId = orderId(properties);
    List<Fields> lines = Products.lines(properties);
    Money revenue = Amounts.of(properties, baseCurrency).revenue(lines);
    return Translation.of(
        new OrderCompleted(orderId, revenue, properties.label("coupon"), Products.ordered(lines)));
  }

  /** An update that says what the order is worth replaces it; any other is only a note. */
  private static Translation updated(String name, Fields properties, String baseCurrency) {
    boolean restated =
        properties.has("revenue")
            || properties.has("total")
            || properties.has("subtotal")
            || !Products.lines(properties).isEmpty();
    return restated
        ? completed(properties, baseCurrency)
        : CustomEvents.translate(name, properties);
  }

  private static Translation refunded(Fields properties, String baseCurrency) {
    List<Fields> lines = Products.lines(properties);
    Money amount = Amounts.of(properties, baseCurrency).refund(lines);
    String orderId = amount == null ? orderId(properties) : properties.id("order_id");
    return Translation.of(new OrderRefunded(orderId, amount, Products.ordered(lines)));
  }

  private static Translation cancelled(Fields properties, String baseCurrency) {
    return Translation.of(new OrderCancelled(orderId(properties)));
  }

  private static String orderId(Fields properties) {
    String orderId = properties.id("order_id");
    if (orderId == null) {
      throw new Refusal(
          Reason.MISSING_ORDER_ID,
          properties.pointer("order_id"),
          "'order_id' says which order it is about; without it orders would run together.");
    }
    return orderId;
  }
}
