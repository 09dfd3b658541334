package io.clientele.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text that was sent may be kept in quarantine: all but the write key, which is a secret,
 * and the part of IP addresses that tells one household from the next. Neither is needed to read it
 * again. What is kept stays as it is if it is cleaned once more.
 */
final class KeptText {

  /** What stands in the key's place. */
  static final String HIDDEN = "[write key]";

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final String json;
  private final String writeKey;
  private final StringBuilder kept;

  /** How much of the text stands in what is kept. */
  private int copied;

  private KeptText(String json, String writeKey) {
    this.json = json;
    this.writeKey = writeKey;
    this.kept = new StringBuilder(json.length());
  }

  /**
   * JSON, or null for null: only the texts in these fields are changed. A key that stands in
   * another field is left: a short one, such as a developer's, may be a part of any word.
   */
  static String ofJson(String json) {
    if (json == null) {
      return null;
    }
    String start = json.stripLeading();
    return start.startsWith("{") || start.startsWith("[")
        ? new KeptText(json, HIDDEN).read()
        : ofOther(json, HIDDEN);
  }

  /** What is no JSON: there the key is taken out wherever it stands. */
  static String ofOther(String text, String writeKey) {
    return withoutKey(LooseFields.kept(new KeptText(text, writeKey).read(), writeKey), writeKey);
  }

  /** The same, where nothing but the field can tell a key. */
  static String ofBroken(String text) {
    return ofOther(text, HIDDEN);
  }

  private static String withoutKey(String text, String writeKey) {
    String escaped = writeKey.replace("\\", "\\\\").replace("\"", "\\\"");
    return text.replace(writeKey, HIDDEN)
        .replace(escaped, HIDDEN)
        .replace(escaped.replace("/", "\\/"), HIDDEN);
  }

  /** Goes from text to text, so that nothing quoted in one is taken for a field. */
  private String read() {
    int at = json.indexOf('"');
    while (at >= 0) {
      int next = pastText(at);
      int colon = pastBlanks(next);
      if (isAt(colon, ':')) {
        String name = textAt(at);
        next = KeptField.isHidden(name) ? hideValue(name, pastBlanks(colon + 1)) : next;
      }
      at = json.indexOf('"', next);
    }
    return kept.append(json, copied, json.length()).toString();
  }

  /** Hides the text that stands here, or all of an array but names; tells what comes behind. */
  private int hideValue(String name, int from) {
    int at = from;
    int level = 0;
    do {
      if (isAt(at, '"')) {
        boolean named = level > 0 && isAt(pastBlanks(pastText(at)), ':');
        at = named ? pastText(at) : hideText(name, at);
      } else {
        level += isAt(at, '[') || (level > 0 && isAt(at, '{')) ? 1 : 0;
        level -= isAt(at, ']') || isAt(at, '}') ? 1 : 0;
        at = level > 0 ? at + 1 : at;
      }
    } while (level > 0 && at < json.length());
    return at;
  }

  private int hideText(String name, int at) {
    Optional<String> hidden = KeptField.of(name, textAt(at), writeKey);
    if (hidden.isPresent()) {
      kept.append(json, copied, at + 1).append(hidden.get());
      copied = endOfText(at);
    }
    return pastText(at);
  }

  private boolean isAt(int place, char sign) {
    return place < json.length() && json.charAt(place) == sign;
  }

  private int pastBlanks(int from) {
    int at = from;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The text whose quote stands here, without the escapes that names and addresses can have. */
  private String textAt(int quote) {
    String text = json.substring(quote + 1, endOfText(quote));
    return text.indexOf('\\') < 0
        ? text
        : ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(escape.group(1), 16))));
  }

  /** Where the quote stands that ends the text which begins here, or the end of all. */
  private int endOfText(int quote) {
    int at = quote + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, json.length());
  }

  private int pastText(int quote) {
    return Math.min(endOfText(quote) + 1, json.length());
  }
}
