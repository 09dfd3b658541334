package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds fields in a text that is no JSON, by what stands around a name and a value. */
final class LooseFields {

  /** Where quotes do not match: names are short and have no quotes. */
  private static final Pattern QUOTED =
      Pattern.compile("\"([\\w. -]{1,100}+)\"\\s*+:\\s*+\\[?\\s*+\"([^\"]*+)");

  /** Of a form, a query or XML; what is hidden already has a blank in it. */
  private static final Pattern ASSIGNED =
      Pattern.compile("([\\w.%+\\[\\]-]{1,100}+)=[\"']?+(?!\\[write key])([^&\\s\"'<>\\\\]++)");

  /** Forms write lists as {@code ip[]} and {@code ip[0]}. */
  private static final Pattern LIST = Pattern.compile("(?:\\[\\d{0,9}])++$");

  private LooseFields() {}

  /** The text with only that of its fields which may be kept. */
  static String kept(String text, String writeKey) {
    String quoted =
        QUOTED
            .matcher(text)
            .replaceAll(field -> replacement(field, field.group(1), field.group(2), writeKey));
    return ASSIGNED
        .matcher(quoted)
        .replaceAll(
            field -> replacement(field, name(field.group(1)), decoded(field.group(2)), writeKey));
  }

  private static String replacement(MatchResult field, String name, String value, String writeKey) {
    String sent = field.group();
    if (!KeptField.isHidden(name)) {
      return Matcher.quoteReplacement(sent);
    }
    String before = sent.substring(0, sent.length() - field.group(2).length());
    return Matcher.quoteReplacement(
        KeptField.of(name, value, writeKey).map(before::concat).orElse(sent));
  }

  /** Forms write {@code context[ip]} for {@code context.ip}. */
  private static String name(String sent) {
    return LIST.matcher(decoded(sent)).replaceFirst("").replace('[', '.').replace("]", "");
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return sent;
    }
  }
}
