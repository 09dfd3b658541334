package io.clientele.ingest.call;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/**
 * What stood around the calls of one request, written out at most once, and only if one of them is
 * refused. For one thread.
 */
final class Around {

  /** It is kept with each call that is refused, of which there may be 2,500. */
  private static final int MOST_CHARACTERS = 4 * 1024;

  private final JsonNode node;
  private String text;
  private String essence;

  Around(JsonNode node) {
    this.node = node;
  }

  /**
   * As JSON, to be kept; null if nothing stood there. Of what is too large the shortest texts and
   * numbers are kept, as many as fit: ids and times, without which its calls cannot be read again,
   * or would be read wrongly.
   */
  String kept() {
    if (isTooLarge() && essence == null) {
      essence = essence();
    }
    return isTooLarge() ? essence : text();
  }

  /** Whether it is too large to be kept. */
  boolean isTooLarge() {
    return text() != null && text().length() > MOST_CHARACTERS;
  }

  private String text() {
    if (text == null && !node.isMissingNode()) {
      text = node.toString();
    }
    return text;
  }

  private String essence() {
    ObjectNode essence = JsonNodeFactory.instance.objectNode();
    List<Map.Entry<String, JsonNode>> shortestFirst =
        node.properties().stream()
            .filter(field -> field.getValue().isValueNode())
            .sorted(comparingInt(Around::length))
            .toList();
    int length = "{}".length();
    for (Map.Entry<String, JsonNode> field : shortestFirst) {
      length += length(field);
      if (length > MOST_CHARACTERS) {
        break;
      }
      essence.set(field.getKey(), field.getValue());
    }
    return essence.toString();
  }

  /** Of a field in JSON, with the signs behind name and value. */
  private static int length(Map.Entry<String, JsonNode> field) {
    return TextNode.valueOf(field.getKey()).toString().length()
        + field.getValue().toString().length()
        + 2;
  }
}
