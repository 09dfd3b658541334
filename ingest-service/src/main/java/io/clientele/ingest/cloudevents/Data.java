package io.clientele.ingest.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.JsonBody;
import io.clientele.ingest.call.Refusal;
import java.util.Base64;

/**
 * What an event carries.
 *
 * @param node missing if it carries nothing
 * @param place of it in what was sent
 */
record Data(JsonNode node, String place) {

  /** The data beside the attributes of a structured event. */
  static Data beside(Attributes attributes) {
    Fields fields = attributes.fields();
    JsonNode base64 = fields.node().path(Attributes.DATA_BASE64);
    String place = fields.pointer(Attributes.DATA_BASE64);
    if (base64.isMissingNode() || base64.isNull()) {
      checkFormat(attributes);
      return new Data(fields.node().path(Attributes.DATA), fields.pointer(Attributes.DATA));
    }
    if (fields.has(Attributes.DATA) || !base64.isTextual()) {
      throw new Refusal(
          Reason.INVALID_VALUE, place, "'data_base64' is a text, and stands instead of 'data'.");
    }
    checkFormat(attributes);
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(base64.textValue());
    } catch (IllegalArgumentException notBase64) {
      throw new Refusal(Reason.MALFORMED_ENCODING, place, "'data_base64' is not Base64.");
    }
    return new Data(json(decoded, place), place);
  }

  /** The data that is a body. */
  static Data of(byte[] body, Attributes attributes) {
    checkFormat(attributes);
    return new Data(json(body, ""), "");
  }

  private static JsonNode json(byte[] json, String place) {
    if (json.length == 0) {
      return MissingNode.getInstance();
    }
    JsonBody read = JsonBody.ofSingle(json);
    if (read instanceof JsonBody.Unreadable unread) {
      Fault fault = unread.fault();
      throw new Refusal(fault.reason(), place.isEmpty() ? fault.pointer() : place, fault.detail());
    }
    return ((JsonBody.Read) read).items().get(0).node();
  }

  private static void checkFormat(Attributes attributes) {
    if (!MediaType.isJson(attributes.text("datacontenttype"))) {
      throw new Refusal(
          Reason.UNSUPPORTED_FORMAT,
          attributes.place("datacontenttype"),
          "Data must be JSON, and its content type say so.");
    }
  }
}
