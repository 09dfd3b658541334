package io.clientele.ingest.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says of the customer beside its events, as a call of its own: nothing of the kind
 * is said unless the field is there.
 *
 * @param broken what is wrong with it by the protocol, or null
 */
record Aside(String text, Draft draft, Fault broken) implements Item {

  static final String USER_PROPERTIES = "user_properties";
  static final String CONSENT = "consent";

  /** The fields that are calls of their own. */
  static final List<String> FIELDS = List.of(USER_PROPERTIES, CONSENT);

  /** Reads one of the fields of a request; empty if it says nothing. */
  static Optional<Item> of(String field, Fields top, Sender sender, EventIds ids) {
    JsonNode said = top.node().path(field);
    boolean silent = said.isNull() || (said.isObject() && said.isEmpty());
    if (said.isMissingNode() || silent) {
      return Optional.empty();
    }
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    text.set(field, said);
    String type = field.equals(CONSENT) ? "track" : "identify";
    Draft draft = sender.draft(type, ids.next(field, said, sender.time()), sender.time());
    Fault broken = null;
    try {
      if (!said.isObject()) {
        throw new Refusal(
            Reason.INVALID_VALUE, top.pointer(field), "'" + field + "' must be a JSON object.");
      }
      if (field.equals(CONSENT)) {
        consents(top.object(field), draft);
      } else {
        if (sender.post().strict()) {
          Names.checkUserProperties(top.object(field));
        }
        traits(top.object(field), draft);
      }
    } catch (Refusal refusal) {
      broken = refusal.fault();
    }
    return Optional.of(new Aside(text.toString(), draft, broken));
  }

  private static void traits(Fields properties, Draft draft) {
    ObjectNode traits = draft.call().putObject("traits");
    for (Map.Entry<String, JsonNode> property : properties.node().properties()) {
      JsonNode value = property.getValue();
      traits.set(property.getKey(), value.has("value") ? value.get("value") : value);
    }
    draft.note("/traits", properties.pointer());
  }

  private static void consents(Fields consent, Draft draft) {
    draft.call().put("event", "Consent Changed");
    ObjectNode consents = draft.call().putObject("properties").putObject("consents");
    for (Map.Entry<String, JsonNode> purpose : consent.node().properties()) {
      String value = purpose.getValue().asText();
      if (!value.equals("GRANTED") && !value.equals("DENIED")) {
        throw new Refusal(
            Reason.INVALID_VALUE,
            consent.pointer(purpose.getKey()),
            "Consent is GRANTED or DENIED.");
      }
      consents.put(purpose.getKey(), value.equals("GRANTED"));
    }
    draft.note("/properties/consents", consent.pointer());
  }

  @Override
  public Reading read() {
    return new Reading(draft.call(), broken, draft::placeOf);
  }

  @Override
  public int sizeBytes() {
    return text.getBytes(UTF_8).length;
  }
}
