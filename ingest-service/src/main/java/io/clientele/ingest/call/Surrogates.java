package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Utf8;
import java.util.List;
import java.util.Map;

/**
 * Finds halves of characters, which JSON can escape ({@code "\\ud83d"}) but no encoding can write:
 * a record with one in it could not be stored.
 */
final class Surrogates {

  private static final int HEX_DIGITS = 4;

  private Surrogates() {}

  /** Whether a part of a well-formed JSON text in UTF-8 escapes half a character. */
  static boolean areTornIn(byte[] json, int from, int to) {
    int at = from;
    while (at < to) {
      if (json[at] != '\\') {
        at++;
      } else if (json[at + 1] != 'u') {
        at += 2;
      } else {
        char unit = unit(json, at);
        at += 2 + HEX_DIGITS;
        if (Character.isHighSurrogate(unit)
            && at + 1 < to
            && json[at] == '\\'
            && json[at + 1] == 'u'
            && Character.isLowSurrogate(unit(json, at))) {
          at += 2 + HEX_DIGITS;
        } else if (Character.isSurrogate(unit)) {
          return true;
        }
      }
    }
    return false;
  }

  private static char unit(byte[] json, int at) {
    int unit = 0;
    for (int digit = 2; digit < 2 + HEX_DIGITS; digit++) {
      unit = unit << 4 | Character.digit(json[at + digit], 16);
    }
    return (char) unit;
  }

  /** Where the first text with half a character stands, as a pointer, or the object it names. */
  static String placeIn(JsonNode node, String pointer) {
    if (node.isTextual()) {
      return isTorn(node.textValue()) ? pointer : null;
    }
    int index = 0;
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      String place = placeIn(item, pointer + "/" + index);
      if (place != null) {
        return place;
      }
      index++;
    }
    Fields fields = new Fields(node, pointer);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String place =
          isTorn(field.getKey())
              ? pointer
              : placeIn(field.getValue(), fields.pointer(field.getKey()));
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Whether a text has half a character in it. */
  static boolean isTorn(String text) {
    return !Utf8.canWrite(text);
  }
}
