package io.clientele.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Segment calls as a storefront's server writes them. */
final class Events {

  private Events() {}

  /** An order of one item, with its time and its own message id. */
  static Map<String, Object> order(String userId, String orderId, String price, Instant at) {
    return track(
        "Order Completed",
        userId,
        orderId,
        at,
        Map.of(
            "order_id",
            orderId,
            "revenue",
            new BigDecimal(price),
            "products",
            List.of(Map.of("product_id", "item-of-" + orderId, "price", new BigDecimal(price)))));
  }

  /** A product's page was looked at, in a session. */
  static Map<String, Object> view(
      String userId, String productId, String sessionId, String messageId) {
    return track(
        "Product Viewed",
        userId,
        messageId,
        Instant.now(),
        Map.of("product_id", productId, "session_id", sessionId));
  }

  static Map<String, Object> track(
      String event, String userId, String messageId, Instant at, Map<String, Object> properties) {
    Map<String, Object> call = new HashMap<>();
    call.put("type", "track");
    call.put("event", event);
    call.put("userId", userId);
    call.put("messageId", messageId);
    call.put("timestamp", at.toString());
    call.put("properties", properties);
    return call;
  }
}
