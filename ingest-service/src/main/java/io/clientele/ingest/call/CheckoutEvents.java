package io.clientele.ingest.call;

import io.clientele.contract.Payload.CheckoutProgressed;
import io.clientele.contract.Payload.CheckoutProgressed.Stage;
import java.util.Map;

/** The way through a checkout. */
final class CheckoutEvents {

  private CheckoutEvents() {}

  /** By event name in lower case, v2 names and their v1 aliases. */
  static Map<String, TrackTranslator> table() {
    TrackTranslator viewed = (properties, market) -> progressed(Stage.STEP_VIEWED, properties);
    TrackTranslator completed =
        (properties, market) -> progressed(Stage.STEP_COMPLETED, properties);
    return Map.of(
        "checkout step viewed", viewed,
        "viewed checkout step", viewed,
        "checkout step completed", completed,
        "completed checkout step", completed,
        "payment info entered",
            (properties, market) -> progressed(Stage.PAYMENT_ENTERED, properties));
  }

  private static Translation progressed(Stage stage, Fields properties) {
    Wording.texts(
        properties, "checkout_id", "order_id", "step", "shipping_method", "payment_method");
    return Translation.of(
        new CheckoutProgressed(
            stage,
            properties.id("checkout_id"),
            properties.id("order_id"),
            properties.label("step"),
            properties.label("shipping_method"),
            properties.label("payment_method")));
  }
}
