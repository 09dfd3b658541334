package io.clientele.ingest.streams;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.ingest.Alias;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.ReceivedEvent;
import java.time.Instant;

/** Events as they come out of the front door. */
final class ReceivedEvents {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private ReceivedEvents() {}

  static ReceivedEvent event(
      String messageId, String anonymousId, String userId, Instant receivedAt) {
    return event(messageId, anonymousId, userId, receivedAt, new Payload.PageViewed("Home", "/"));
  }

  static ReceivedEvent event(
      String messageId, String anonymousId, String userId, Instant receivedAt, Payload payload) {
    String identity = userId == null ? "anonymous:" + anonymousId : userId;
    return ReceivedEvent.of(
        new CustomerEvent(
            Fingerprint.of("default", messageId),
            identity,
            identity,
            anonymousId,
            NOON,
            receivedAt,
            "default",
            Channel.WEB,
            null,
            null,
            null,
            null,
            payload));
  }

  static ReceivedEvent alias(
      String messageId, String anonymousId, String userId, String previousId) {
    return link(Alias.Cause.ALIAS, messageId, anonymousId, userId, previousId);
  }

  static ReceivedEvent merge(String messageId, String userId, String previousId) {
    return link(Alias.Cause.MERGE, messageId, null, userId, previousId);
  }

  private static ReceivedEvent link(
      Alias.Cause cause, String messageId, String anonymousId, String userId, String previousId) {
    return ReceivedEvent.of(
        new Alias(
            Fingerprint.of("default", messageId),
            "default",
            cause,
            userId,
            anonymousId,
            previousId,
            NOON));
  }
}
