package io.clientele.ingest;

import io.clientele.contract.BrokenRuleException;
import io.clientele.contract.CustomerIds;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A call that says two ids are one customer, whatever it is called; it does nothing else, so no
 * customer event comes of it.
 *
 * @param eventId as {@link ReceivedEvent#eventId()}
 * @param cause null means {@link Cause#ALIAS}, as in records of before there were others
 * @param userId who the customer is now
 * @param anonymousId the device that said so, or null
 * @param previousId who the customer was; where it is the device itself, the alias is a login
 */
public record Alias(
    String eventId,
    String source,
    Cause cause,
    String userId,
    String anonymousId,
    String previousId,
    Instant receivedAt) {

  /** Who found out. */
  public enum Cause {
    /** The storefront, when the customer took another id. */
    ALIAS,
    /** The shop's own records, as when a CRM finds duplicates. */
    MERGE;

    /** The lower-case name that links carry. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Alias {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(source, "source");
    cause = cause == null ? Cause.ALIAS : cause;
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(previousId, "previousId");
    Objects.requireNonNull(receivedAt, "receivedAt");
    if (userId.equals(previousId)) {
      throw new BrokenRuleException("an id cannot be an alias of itself");
    }
    if (CustomerIds.isAnonymous(userId) || CustomerIds.isAnonymous(previousId)) {
      throw new BrokenRuleException("no id of an alias may be a device's customer id");
    }
  }

  /** Whether it links two ids that the shop gave, rather than a device and one of them. */
  public boolean linksKnownIds() {
    return !previousId.equals(anonymousId);
  }
}
