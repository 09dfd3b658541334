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

  private static final String NO_ADDRESS = "[address]";

  /** The field itself, and not one quoted in a text, whose quotes are escaped. */
  private static final Pattern KEY_FIELD = Pattern.compile("(\"writeKey\"\\s*+:\\s*+\")[^\"]*+");

  private static final Pattern ADDRESS_FIELD =
      Pattern.compile(
          "(\"(?:[\\w.]*\\.)?(?:ip|ip_?override|(?:user_?)?ip_?address|(?:client|remote|user)_?ip)\"\\s*+:\\s*+\")"
              + "([^\"]*+)",
          Pattern.CASE_INSENSITIVE);

  private KeptText() {}

  /** JSON, or null for null: only the values of these fields are changed. */
  static String ofJson(String json) {
    if (json == null) {
      return null;
    }
    return ADDRESS_FIELD
        .matcher(KEY_FIELD.matcher(json).replaceAll("$1" + HIDDEN))
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    field.group(1) + Address.truncated(field.group(2)).orElse(NO_ADDRESS)));
  }

  /** What is no JSON: there the key is taken out wherever it stands. */
  static String ofOther(String text, String writeKey) {
    return ofJson(text).replace(writeKey, HIDDEN).replace(writeKey.replace("/", "\\/"), HIDDEN);
  }
}
