package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.util.Base64;

/**
 * A call of a request whose header {@code AnonymousId} names the device; counts where the call has
 * no field {@code anonymousId} of its own. In quarantine the field stands in the call, since
 * headers are not kept.
 *
 * @param anonymousId of the header
 */
record NamedDevice(Item call, String anonymousId) implements Item {

  private static final String FIELD = "anonymousId";

  /**
   * The device that a header names. RudderStack's own clients send Base64 of it, others the id
   * itself; what decodes to a text that names somebody is taken for Base64.
   *
   * @return null where the header is absent or blank
   */
  static String of(String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String sent = header.strip();
    try {
      byte[] bytes = Base64.getDecoder().decode(sent);
      String decoded = new String(bytes, UTF_8);
      boolean isText =
          decoded.indexOf('\uFFFD') < 0
              && CustomerReference.isWritable(decoded)
              && CustomerReference.named(decoded) != null;
      boolean isCanonical = Base64.getEncoder().encodeToString(bytes).equals(sent);
      return isText && isCanonical ? decoded : sent;
    } catch (IllegalArgumentException notBase64) {
      return sent;
    }
  }

  @Override
  public Reading read() {
    Reading reading = call.read();
    if (!lacksDevice(reading.node())) {
      return reading;
    }
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    named.setAll((ObjectNode) reading.node());
    named.put(FIELD, anonymousId);
    return new Reading(named, reading.fault(), reading.places());
  }

  @Override
  public int sizeBytes() {
    return call.sizeBytes();
  }

  @Override
  public String text() {
    String text = call.text();
    if (!text.startsWith("{") || !isReadable() || !lacksDevice(call.node())) {
      return text;
    }
    if (call.node().has(FIELD)) {
      // It is there as null, and must not stand there twice.
      return node().toString();
    }
    String rest = text.substring(1);
    String field = "{\"" + FIELD + "\":" + TextNode.valueOf(anonymousId);
    return field + (rest.strip().equals("}") ? rest : "," + rest);
  }

  private boolean isReadable() {
    try {
      return !call.node().isMissingNode();
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static boolean lacksDevice(JsonNode node) {
    return node.isObject() && !node.hasNonNull(FIELD);
  }
}
