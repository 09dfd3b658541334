package io.clientele.ingest.call;

import io.clientele.contract.Payload;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call says in our words.
 *
 * @param personal direct identifiers and free text that came with it
 */
record Translation(Payload payload, Map<String, Object> personal) {

  /** A translation of a call without anything personal. */
  static Translation of(Payload payload) {
    return new Translation(payload, Map.of());
  }

  /** The same with a free text, unless it is null. */
  Translation with(String name, String text) {
    if (text == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(personal);
    more.put(name, text);
    return new Translation(payload, more);
  }
}
