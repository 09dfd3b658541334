package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Reason;

/** Refuses what no reader can make sense of, where it would else be passed over in silence. */
final class Wording {

  private Wording() {}

  /** Each of these fields is a text or a number, or not there. */
  static void texts(Fields fields, String... names) {
    for (String name : names) {
      JsonNode value = fields.node().path(name);
      if (fields.has(name) && !value.isTextual() && !value.isNumber()) {
        throw new Refusal(
            Reason.INVALID_VALUE,
            fields.pointer(name),
            "'" + name + "' must be a text or a number.");
      }
    }
  }

  /** At least one of these fields names what the event is about. */
  static void oneOf(Fields fields, String first, String second) {
    if (fields.firstText(first, second) == null) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          fields.pointer(first),
          "'" + first + "' or '" + second + "' says which one it is.");
    }
  }
}
