package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.util.Map;

/**
 * A call that stands in the query of a pixel, where dots lead into fields: {@code
 * properties.products.0.price=5}. In quarantine it is an object of the parameters as they were
 * named.
 *
 * @param parameters all but the write key
 * @param fault what is wrong with them as they were sent, or null
 */
record PixelCall(ObjectNode parameters, Fault fault) implements Item {

  /** No call is nested deeper; see {@link Reason#TOO_DEEP}. */
  private static final int MOST_STEPS = 50;

  /** The call that parameters make. */
  static PixelCall of(Map<String, String> parameters, Fault fault) {
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    parameters.forEach(sent::put);
    return new PixelCall(sent, fault);
  }

  @Override
  public Reading read() {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    if (fault != null) {
      return new Reading(call, fault, PixelCall::placeOf);
    }
    parameters.properties().forEach(each -> set(call, each.getKey(), each.getValue().textValue()));
    return new Reading(call, null, PixelCall::placeOf);
  }

  private static void set(ObjectNode call, String name, String value) {
    String[] steps = name.split("\\.", -1);
    if (steps.length > MOST_STEPS) {
      throw new Refusal(Reason.TOO_DEEP, Fault.pointer("", name), "A name may have 50 steps.");
    }
    JsonNode node = call;
    for (int step = 0; step < steps.length - 1; step++) {
      JsonNode next = child(node, steps[step]);
      if (next == null) {
        next = isIndex(steps[step + 1]) ? call.arrayNode() : call.objectNode();
        put(node, steps[step], next, name);
      }
      node = next;
    }
    String last = steps[steps.length - 1];
    if (child(node, last) != null) {
      throw contradiction(name);
    }
    put(node, last, call.textNode(value), name);
  }

  private static JsonNode child(JsonNode node, String step) {
    return node.isArray() && isIndex(step) ? node.get(Integer.parseInt(step)) : node.get(step);
  }

  private static void put(JsonNode node, String step, JsonNode value, String name) {
    if (node instanceof ObjectNode object) {
      object.set(step, value);
    } else if (node instanceof ArrayNode array
        && isIndex(step)
        && Integer.parseInt(step) == array.size()) {
      array.add(value);
    } else {
      throw contradiction(name);
    }
  }

  private static boolean isIndex(String step) {
    return step.matches("0|[1-9][0-9]{0,3}");
  }

  private static Refusal contradiction(String name) {
    return new Refusal(
        Reason.INVALID_VALUE,
        Fault.pointer("", name),
        "Another parameter says otherwise what is here, or an array skips a place.");
  }

  @Override
  public int sizeBytes() {
    return text().getBytes(UTF_8).length;
  }

  @Override
  public String text() {
    return parameters.toString();
  }

  /** The parameter that set the place. */
  private static String placeOf(String pointer) {
    return pointer.isEmpty() ? "" : "/" + pointer.substring(1).replace('/', '.');
  }
}
