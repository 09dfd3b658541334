package io.clientele.ingest;

import io.clientele.contract.BrokenRuleException;
import io.clientele.contract.CustomerIds;
import java.time.Instant;
import java.util.Objects;

/**
 * A call that says two ids are one customer; it does nothing else, so no customer event comes of
 * it.
 *
 * @param eventId as {@link ReceivedEvent#eventId()}
 * @param userId who the customer is now
 * @param anonymousId the device that said so, or null
 * @param previousId who the customer was; where it is the device itself, the alias is a login
 */
public record Alias(
    String eventId,
    String source,
    String userId,
    String anonymousId,
    String previousId,
    Instant receivedAt) {

  public Alias {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(previousId, "previousId");
    Objects.requireNonNull(receivedAt, "receivedAt");
    if (userId.equals(previousId)) {
      throw new BrokenRuleException("an id cannot be an alias of itself");
    }
    if (CustomerIds.isAnonymous(userId)) {
      throw new BrokenRuleException("userId must be a known id");
    }
  }

  /** Whether it links two ids that the shop gave, rather than a device and one of them. */
  public boolean linksKnownIds() {
    return !previousId.equals(anonymousId);
  }
}
