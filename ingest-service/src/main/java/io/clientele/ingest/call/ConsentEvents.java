package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Payload.ConsentChanged;
import io.clientele.ingest.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Allowing and forbidding. */
final class ConsentEvents {

  private static final String CONSENTS = "consents";

  /** Longer names are no purposes. */
  private static final int LONGEST_PURPOSE = 256;

  private ConsentEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    return Map.of("consent changed", (properties, market) -> changed(properties));
  }

  private static Translation changed(Fields properties) {
    Fields purposes = properties.object(CONSENTS);
    Map<String, Boolean> consents = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> purpose : purposes.node().properties()) {
      if (!purpose.getValue().isBoolean() || purpose.getKey().length() > LONGEST_PURPOSE) {
        throw refusal(purposes.pointer(purpose.getKey()));
      }
      consents.put(purpose.getKey(), purpose.getValue().booleanValue());
    }
    if (consents.isEmpty()) {
      throw refusal(properties.pointer(CONSENTS));
    }
    return Translation.of(new ConsentChanged(consents));
  }

  private static Refusal refusal(String pointer) {
    return new Refusal(
        Reason.INVALID_VALUE, pointer, "'consents' must say true or false for each purpose.");
  }
}
