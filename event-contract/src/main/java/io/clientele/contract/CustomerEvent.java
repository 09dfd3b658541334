package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that one customer did: cleaned, never twice, kept for ever in {@code customer-events}.
 *
 * @param eventId unique and stable: the same event sent again has the same id
 * @param customerId whom it belonged to when it was written; never rewritten by later merges
 * @param identity the id it came with: the shop's user id, else the customer id of its device
 * @param anonymousId the device, or null
 * @param occurredAt when it happened, on a corrected clock; within {@link PlausibleTime}
 * @param receivedAt when the platform stored it; within {@link PlausibleTime}
 * @param source the name of the source that sent it
 * @param channel where the customer met the shop
 * @param sessionId the session as the storefront counts it, or null
 * @param context the circumstances
 * @param personal direct identifiers and free text, by name; nothing of the kind stands elsewhere
 * @param cleaned what was changed on the way in, in the order of the steps
 * @param payload what happened; its kind stands beside it as {@code type}
 */
public record CustomerEvent(
    String eventId,
    String customerId,
    String identity,
    String anonymousId,
    Instant occurredAt,
    Instant receivedAt,
    String source,
    Channel channel,
    String sessionId,
    EventContext context,
    Map<String, Object> personal,
    List<Change> cleaned,
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.SIMPLE_NAME,
            include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
            property = "type")
        Payload payload) {

  /**
   * The name in {@code personal} under which the changes of personal fields stand, as a list of
   * {@link Change}.
   */
  public static final String PERSONAL_CHANGES = "cleaned";

  /** The order in which ties are broken everywhere: by time, then by id. */
  public static final Comparator<CustomerEvent> ORDER =
      Comparator.comparing(CustomerEvent::occurredAt).thenComparing(CustomerEvent::eventId);

  public CustomerEvent {
    Require.text(eventId, "eventId");
    Require.text(customerId, "customerId");
    Require.text(identity, "identity");
    Require.time(occurredAt, "occurredAt");
    Require.time(receivedAt, "receivedAt");
    Require.text(source, "source");
    Require.present(channel, "channel");
    Require.present(payload, "payload");
    context = context == null ? EventContext.UNKNOWN : context;
    personal =
        personal == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(personal));
    cleaned = cleaned == null ? List.of() : List.copyOf(cleaned);
  }

  /** The same event, known to be this customer's. */
  public CustomerEvent of(String customer) {
    return copy(customer, receivedAt, cleaned, payload);
  }

  /** The same event, taken anew at this moment. */
  public CustomerEvent received(Instant at) {
    return copy(customerId, at, cleaned, payload);
  }

  /** The same event with another payload, and with what was changed to get there. */
  public CustomerEvent with(Payload other, List<Change> changes) {
    List<Change> all = Stream.concat(cleaned.stream(), changes.stream()).toList();
    return copy(customerId, receivedAt, all, other);
  }

  private CustomerEvent copy(String customer, Instant at, List<Change> changes, Payload other) {
    return new CustomerEvent(
        eventId,
        customer,
        identity,
        anonymousId,
        occurredAt,
        at,
        source,
        channel,
        sessionId,
        context,
        personal,
        changes,
        other);
  }

  /** Whether a machine did it; such events are kept but count as nobody's behaviour. */
  @JsonIgnore
  public boolean isBot() {
    return context.bot();
  }
}
