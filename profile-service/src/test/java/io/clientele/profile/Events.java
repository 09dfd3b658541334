package io.clientele.profile;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.EventContext;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as ingest would write them, for tests. */
public final class Events {

  public static final String CURRENCY = "USD";
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Events() {}

  public static CustomerEvent event(String customerId, String id, Instant at, Payload payload) {
    return event(customerId, id, at, payload, Map.of());
  }

  public static CustomerEvent event(
      String customerId, String id, Instant at, Payload payload, Map<String, Object> personal) {
    String device = CustomerIds.isAnonymous(customerId) ? CustomerIds.rawId(customerId) : null;
    return new CustomerEvent(
        id,
        customerId,
        customerId,
        device,
        at,
        at,
        "shop",
        Channel.WEB,
        null,
        null,
        personal,
        null,
        payload);
  }

  /** An id that is made of a number; ids follow no order, as in life. */
  public static String id(int number) {
    return "%08x%024x".formatted(number * 0x9E3779B9, number);
  }

  /** The same event, from a device that others may use as well. */
  public static CustomerEvent onDevice(String anonymousId, CustomerEvent event) {
    return with(event, anonymousId, event.context());
  }

  /** The same event, done by a machine. */
  public static CustomerEvent byBot(CustomerEvent event) {
    return in(
        new EventContext(null, null, null, null, null, true, null, null, null, null, null, null),
        event);
  }

  /** The same event, in these circumstances. */
  public static CustomerEvent in(EventContext context, CustomerEvent event) {
    return with(event, event.anonymousId(), context);
  }

  /** The same event, brought by a campaign, or by none where it is null. */
  public static CustomerEvent brought(String campaign, CustomerEvent event) {
    return in(
        new EventContext(
            campaign, null, null, null, null, false, null, null, null, null, null, null),
        event);
  }

  public static Payload view(String category) {
    return new Payload.ProductViewed(new Product("mug", null, category, null, null, null, null));
  }

  public static Payload order(String orderId, String revenue) {
    return new Payload.OrderCompleted(orderId, money(revenue), null, List.of(Product.of("mug")));
  }

  /** A refund; nulls as in {@link Payload.OrderRefunded}. */
  public static Payload refund(String orderId, String amount) {
    return new Payload.OrderRefunded(orderId, amount == null ? null : money(amount), null);
  }

  public static Payload cancellation(String orderId) {
    return new Payload.OrderCancelled(orderId);
  }

  public static Money money(String amount) {
    return new Money(new BigDecimal(amount), CURRENCY);
  }

  private static CustomerEvent with(CustomerEvent event, String anonymousId, EventContext context) {
    return new CustomerEvent(
        event.eventId(),
        event.customerId(),
        event.identity(),
        anonymousId,
        event.occurredAt(),
        event.receivedAt(),
        event.source(),
        event.channel(),
        event.sessionId(),
        context,
        event.personal(),
        event.cleaned(),
        event.payload());
  }
}
