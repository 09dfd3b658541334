package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.call.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives the events of one request the ids that the protocol does not: from client, time and
 * content, so that a request that is sent again has the same ones.
 *
 * <p>Without {@code timestamp_micros} the time is the receipt, and a repetition cannot be told from
 * a retry; but an event that names a transaction is known by it whenever it comes.
 */
final class EventIds {

  private final Sender sender;
  private final Map<String, Integer> seen = new HashMap<>();

  EventIds(Sender sender) {
    this.sender = sender;
  }

  /**
   * The id of the next event.
   *
   * @param occurredAt as the client said, or null
   */
  String next(String name, JsonNode content, Instant occurredAt) {
    String base =
        Fingerprint.of(
            nullable(sender.device()),
            nullable(sender.user()),
            time(content, occurredAt),
            nullable(name),
            canonical(content));
    int before = seen.merge(base, 1, Integer::sum) - 1;
    return before == 0 ? base : Fingerprint.of(base, Integer.toString(before));
  }

  private String time(JsonNode content, Instant occurredAt) {
    if (occurredAt != null) {
      return "at " + occurredAt;
    }
    return new Fields(content, "").text("transaction_id") == null
        ? "received " + sender.post().receivedAt()
        : "transaction";
  }

  /** A text that no id is, for null. */
  private static String nullable(String text) {
    return text == null ? " " : text;
  }

  /** The JSON with the fields of each object in the order of their names. */
  static String canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(node, text);
    return text.toString();
  }

  private static void append(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      text.append('{');
      fields.forEach(
          (name, value) -> {
            // The length, since a name may contain anything.
            text.append(name.length()).append(':').append(name).append('=');
            append(value, text);
            text.append(',');
          });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          value -> {
            append(value, text);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(node);
    }
  }
}
