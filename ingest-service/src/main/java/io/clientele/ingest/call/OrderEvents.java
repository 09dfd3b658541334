package io.clientele.ingest.call;

import io.clientele.contract.Payload.OrderCancelled;
import io.clientele.contract.Payload.OrderCompleted;
import io.clientele.contract.Payload.OrderRefunded;
import io.clientele.contract.Product;
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
        "order updated", OrderEvents::updated,
        "updated order", OrderEvents::updated);
  }

  private static Translation completed(Fields properties, Market market) {
    String orderId = orderId(properties);
    List<Fields> lines = Products.lines(properties);
    Amounts amounts = Amounts.of(properties, market);
    Amounts.Worth revenue = amounts.revenue(lines);
    return Translation.of(
        new OrderCompleted(
            orderId,
            revenue.inBase(),
            revenue.charged(),
            amounts.discount(lines),
            properties.label("coupon"),
            Products.ordered(lines, amounts.prices())));
  }

  /** An update that says what the order is worth replaces it; any other is only a note. */
  private static Translation updated(Fields properties, Market market) {
    boolean restated =
        properties.has("revenue")
            || properties.has("total")
            || properties.has("subtotal")
            || !Products.lines(properties).isEmpty();
    if (restated) {
      return completed(properties, market);
    }
    orderId(properties);
    return CustomEvents.translate("Order Updated", properties, market);
  }

  private static Translation refunded(Fields properties, Market market) {
    List<Fields> lines = Products.lines(properties);
    Amounts amounts = Amounts.of(properties, market);
    Amounts.Worth amount = amounts.refund(lines);
    List<Product> products = Products.ordered(lines, amounts.prices());
    return Translation.of(
        amount == null
            ? new OrderRefunded(orderId(properties), null, products)
            : new OrderRefunded(
                properties.id("order_id"), amount.inBase(), amount.charged(), products));
  }

  private static Translation cancelled(Fields properties, Market market) {
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
