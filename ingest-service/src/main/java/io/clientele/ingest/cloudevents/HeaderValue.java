package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an attribute from a header, as section 3.1.3.2 of the HTTP binding has it. */
final class HeaderValue {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private HeaderValue() {}

  /**
   * The attribute: taken out of double quotes, then one round of percent-decoding. What only looks
   * like an encoded byte stays as it is.
   *
   * @return empty if the bytes are not UTF-8
   */
  static Optional<String> decode(String header) {
    String value = unquoted(header.strip());
    if (value.indexOf('%') < 0) {
      return Optional.of(value);
    }
    byte[] encoded = value.getBytes(UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int at = 0; at < encoded.length; at++) {
      if (encoded[at] == '%'
          && at + 2 < encoded.length
          && isHex(encoded[at + 1])
          && isHex(encoded[at + 2])) {
        decoded.put((byte) (digit(encoded[at + 1]) * 16 + digit(encoded[at + 2])));
        at += 2;
      } else {
        decoded.put(encoded[at]);
      }
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(decoded.flip()).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? ESCAPE.matcher(value.substring(1, value.length() - 1)).replaceAll("$1") : value;
  }

  private static boolean isHex(byte character) {
    return digit(character) >= 0;
  }

  private static int digit(byte character) {
    return Character.digit(character, 16);
  }
}
