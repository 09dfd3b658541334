package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;

/**
 * One Segment call on its way to ingest.
 *
 * @param shopper whose call it is; calls of one shopper stay in order
 * @param body the call, without its timestamp
 * @param time when it happened; null leaves it to ingest, which takes the receipt
 * @param line of the file that it came from, the first if there are several; 0 if there is none
 */
public record Call(String shopper, ObjectNode body, Instant time, long line) {

  public Call {
    Objects.requireNonNull(shopper, "shopper");
    Objects.requireNonNull(body, "body");
  }

  /** A call that comes from no file. */
  public Call(String shopper, ObjectNode body, Instant time) {
    this(shopper, body, time, 0);
  }

  /** The same call, known to come from this line. */
  Call from(long fileLine) {
    return new Call(shopper, body, time, fileLine);
  }

  /** A {@code track} call by somebody the shop knows. */
  public static Call byCustomer(
      String userId, String event, String messageId, Instant time, ObjectNode properties) {
    return track("userId", userId, event, messageId, time, properties);
  }

  /** A {@code track} call by a shopper who has not said who it is. */
  public static Call byDevice(
      String anonymousId, String event, String messageId, Instant time, ObjectNode properties) {
    return track("anonymousId", anonymousId, event, messageId, time, properties);
  }

  /** An empty JSON object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Call track(
      String idField,
      String id,
      String event,
      String messageId,
      Instant time,
      ObjectNode properties) {
    ObjectNode body = object();
    body.put("type", "track").put("event", event).put("messageId", messageId).put(idField, id);
    body.set("properties", properties);
    return new Call(id, body, time);
  }
}
