package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.Extent;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a record must be for the fold to be total; anything else is for quarantine.
 *
 * @param currency the platform's base currency; ingest converts all money to it
 */
public record FoldRules(String currency) {

  /**
   * Twice what ingest takes. Ids become field names of the state, of which Jackson reads 50,000
   * characters; a longer one could be written and never read again.
   */
  private static final int MOST_ID_CHARACTERS = 1_000;

  /**
   * For clocks that are set to another zone; ingest lets a storefront's clock be far less ahead.
   */
  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  private static final String TOO_LONG =
      "ids of customers, devices, orders and events may have 1,000 characters";

  private static final String UNWRITABLE =
      "numbers may have 100 digits, values be nested 100 deep, texts have no half of a character";

  /** What is wrong with an event, if anything. */
  public Optional<String> fault(String key, CustomerEvent event) {
    if (!event.customerId().equals(key)) {
      return Optional.of("the key must be the event's customerId");
    } else if (isTooLong(
        event.customerId(),
        event.identity(),
        event.anonymousId(),
        event.eventId(),
        event.source(),
        orderId(event.payload()))) {
      return Optional.of(TOO_LONG);
    } else if (!Extent.isBounded(event)) {
      return Optional.of(UNWRITABLE);
    } else if (event.occurredAt().isAfter(event.receivedAt().plus(MOST_AHEAD))) {
      return Optional.of("an event cannot occur more than a day after it was received");
    }
    return money(event.payload())
        .filter(money -> money != null && !money.currency().equals(currency))
        .findFirst()
        .map(money -> "money must be in the base currency, which is " + currency);
  }

  /** What is wrong with a merge, if anything. */
  public Optional<String> fault(String key, CustomerMerge merge) {
    if (!merge.customerId().equals(key)) {
      return Optional.of("the key must be the merge's customerId");
    }
    if (isTooLong(merge.customerId(), merge.canonicalId())) {
      return Optional.of(TOO_LONG);
    }
    return Extent.isBounded(merge) ? Optional.empty() : Optional.of(UNWRITABLE);
  }

  private static boolean isTooLong(String... ids) {
    return Stream.of(ids).anyMatch(id -> id != null && id.length() > MOST_ID_CHARACTERS);
  }

  private static String orderId(Payload payload) {
    if (payload instanceof Payload.OrderCompleted order) {
      return order.orderId();
    } else if (payload instanceof Payload.OrderRefunded refund) {
      return refund.orderId();
    }
    return payload instanceof Payload.OrderCancelled cancelled ? cancelled.orderId() : null;
  }

  private static Stream<Money> money(Payload payload) {
    if (payload instanceof Payload.OrderCompleted order) {
      return Stream.of(order.revenue(), order.discount());
    } else if (payload instanceof Payload.OrderRefunded refund) {
      return Stream.ofNullable(refund.amount());
    }
    return Stream.empty();
  }
}
