package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.Payload;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call says in our words.
 *
 * @param personal direct identifiers and free text that came with it
 * @param channel where such things take place if nobody says otherwise, or null
 */
record Translation(Payload payload, Map<String, Object> personal, Channel channel) {

  /** A translation of a call that may have come from anywhere. */
  Translation(Payload payload, Map<String, Object> personal) {
    this(payload, personal, null);
  }

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
    return new Translation(payload, more, channel);
  }

  /** The same, of a kind that this channel is the place of. */
  Translation usuallyIn(Channel usual) {
    return new Translation(payload, personal, usual);
  }
}
