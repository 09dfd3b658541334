package io.clientele.ingest;

import io.clientele.contract.BrokenRuleException;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import java.time.Instant;

/**
 * What came in, validated and normalised, before anybody knows whether it came before and whose it
 * is. Either an event or an alias, never both.
 *
 * @param event the event with its identity in place of the customer id, which is not known yet
 */
public record ReceivedEvent(CustomerEvent event, Alias alias) {

  private static final int EVENT_ID_DIGITS = 32;

  public ReceivedEvent {
    if ((event == null) == (alias == null)) {
      throw new BrokenRuleException("a received event is either an event or an alias");
    }
    if (alias == null && CustomerIds.isAnonymous(event.identity())) {
      String device = event.anonymousId();
      if (device == null || device.isBlank()) {
        throw new BrokenRuleException("a received event must name a customer or a device");
      }
    }
    String eventId = event == null ? alias.eventId() : event.eventId();
    if (!isEventId(eventId)) {
      throw new BrokenRuleException("eventId must be 32 hexadecimal digits");
    }
  }

  private static boolean isEventId(String text) {
    boolean digits = text.length() == EVENT_ID_DIGITS;
    for (int at = 0; digits && at < EVENT_ID_DIGITS; at++) {
      char digit = text.charAt(at);
      digits = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }
    return digits;
  }

  /** An event that a customer caused. */
  public static ReceivedEvent of(CustomerEvent event) {
    return new ReceivedEvent(event, null);
  }

  /** A link between ids. */
  public static ReceivedEvent of(Alias alias) {
    return new ReceivedEvent(null, alias);
  }

  /** The fingerprint of (source, messageId), by which retries are known. */
  public String eventId() {
    return event == null ? alias.eventId() : event.eventId();
  }

  /** The shop's id of the customer, or null on a device that did not say. */
  public String userId() {
    if (event == null) {
      return alias.userId();
    }
    return CustomerIds.isAnonymous(event.identity()) ? null : event.identity();
  }

  /** The device, or null. */
  public String anonymousId() {
    return event == null ? alias.anonymousId() : event.anonymousId();
  }

  /** The record key: all that a device sends stands in one partition, in order. */
  public String key() {
    return anonymousId() == null ? userId() : anonymousId();
  }

  /** The name of the source that sent it. */
  public String source() {
    return event == null ? alias.source() : event.source();
  }

  /** When the platform took it. */
  public Instant receivedAt() {
    return event == null ? alias.receivedAt() : event.receivedAt();
  }

  /** The same, taken anew at this moment: retention and the memory of ids go by it. */
  public ReceivedEvent received(Instant at) {
    return event == null
        ? of(
            new Alias(
                alias.eventId(),
                alias.source(),
                alias.cause(),
                alias.userId(),
                alias.anonymousId(),
                alias.previousId(),
                at))
        : of(event.received(at));
  }
}
