package io.clientele.ingest;

import io.clientele.ingest.clean.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text that was sent may be kept in quarantine: all but the write key, which is a secret,
 * and the part of IP addresses that tells one household from the next. Neither is needed to read it
 * again.
 */
final class KeptText {

  /** What stands in the key's place. */
  static final String HIDDEN = "[write key]";

  private static final String KEY_FIELD = "writeKey";

  /** A field in a text whose quotes do not match: names are short and have no quotes. */
  private static final Pattern LOOSE_FIELD =
      Pattern.compile("\"([\\w. -]{1,100}+)\"(\\s*+:\\s*+\\[?\\s*+\")([^\"]*+)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final String json;
  private final StringBuilder kept;

  /** How much of the text stands in what is kept. */
  private int copied;

  private KeptText(String json) {
    this.json = json;
    this.kept = new StringBuilder(json.length());
  }

  /** JSON, or null for null: only the texts in these fields are changed. */
  static String ofJson(String json) {
    return json == null ? null : new KeptText(json).read();
  }

  /** What is no JSON: there the key is taken out wherever it stands. */
  static String ofOther(String text, String writeKey) {
    return ofBroken(text).replace(writeKey, HIDDEN).replace(writeKey.replace("/", "\\/"), HIDDEN);
  }

  /** The same, where nothing but the field can tell a key. */
  static String ofBroken(String text) {
    return LOOSE_FIELD
        .matcher(ofJson(text))
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    isHidden(field.group(1))
                        ? "\""
                            + field.group(1)
                            + "\""
                            + field.group(2)
                            + kept(field.group(1), field.group(3))
                        : field.group()));
  }

  /** Goes from text to text, so that nothing quoted in one is taken for a field. */
  private String read() {
    int at = json.indexOf('"');
    while (at >= 0) {
      int next = pastText(at);
      int colon = pastBlanks(next);
      if (isAt(colon, ':')) {
        String name = textAt(at);
        next = isHidden(name) ? hideValue(name, pastBlanks(colon + 1)) : next;
      }
      at = json.indexOf('"', next);
    }
    return kept.append(json, copied, json.length()).toString();
  }

  /** Hides the text, or the texts of the array, that stands here; tells what comes behind it. */
  private int hideValue(String name, int from) {
    boolean array = isAt(from, '[');
    int at = array ? pastBlanks(from + 1) : from;
    while (isAt(at, '"')) {
      kept.append(json, copied, at + 1).append(kept(name, textAt(at)));
      copied = endOfText(at);
      at = pastText(at);
      if (!array) {
        return at;
      }
      at = pastBlanks(at);
      at = isAt(at, ',') ? pastBlanks(at + 1) : at;
    }
    return at;
  }

  private static boolean isHidden(String name) {
    return name.equals(KEY_FIELD) || Address.isField(name);
  }

  private static String kept(String name, String sent) {
    return name.equals(KEY_FIELD) ? HIDDEN : Address.truncated(sent).orElse(Address.HIDDEN);
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
