package io.clientele.ingest.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The attributes of an event.
 *
 * @param fields by their names
 * @param inPayload whether they stand in what was sent, and not in headers around it
 */
record Attributes(Fields fields, boolean inPayload) {

  static final String DATA = "data";
  static final String DATA_BASE64 = "data_base64";

  /** Those that are read from headers, besides the content type. */
  static final List<String> NAMES =
      List.of(
          "specversion",
          "id",
          "source",
          "type",
          "time",
          "subject",
          "dataschema",
          "userid",
          "anonymousid",
          "sessionid");

  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
  private static final Set<String> CONTENTS = Set.of(DATA, DATA_BASE64);
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  /** The text of an attribute, or null. */
  String text(String name) {
    JsonNode value = fields.node().path(name);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  /** Where an attribute stands in what was sent; the whole of it for a header. */
  String place(String name) {
    return inPayload ? fields.pointer(name) : "";
  }

  /**
   * Checks what CloudEvents 1.0 demands.
   *
   * @throws Refusal if an attribute is missing, or not what it has to be
   */
  void check() {
    for (String name : REQUIRED) {
      if (text(name) == null) {
        throw new Refusal(
            Reason.MISSING_ATTRIBUTE,
            place(name),
            "A CloudEvent needs the attribute '" + name + "', a text that is not empty.");
      }
    }
    if (!"1.0".equals(text("specversion"))) {
      throw new Refusal(
          Reason.INVALID_VALUE, place("specversion"), "Only specversion 1.0 is understood.");
    }
    for (Map.Entry<String, JsonNode> each : fields.node().properties()) {
      if (!CONTENTS.contains(each.getKey())) {
        check(each.getKey(), each.getValue());
      }
    }
  }

  private void check(String name, JsonNode value) {
    if (!NAME.matcher(name).matches()) {
      throw new Refusal(
          Reason.INVALID_NAME,
          place(name),
          "An attribute's name consists of lower-case letters and digits.");
    }
    boolean text = NAMES.contains(name) || name.equals("datacontenttype");
    if (value.isContainerNode() || (text && !value.isTextual() && !value.isNull())) {
      throw new Refusal(
          Reason.INVALID_VALUE,
          place(name),
          text ? "'" + name + "' must be a text." : "An attribute is no object and no array.");
    }
  }
}
