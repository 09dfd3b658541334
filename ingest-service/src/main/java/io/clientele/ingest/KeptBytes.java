package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;

/** What of bytes that are no text is kept in quarantine: all but the write key, as Base64. */
public final class KeptBytes {

  /** Also wherever UTF-16 and UTF-32 put zeros between its letters. */
  private static final List<Charset> KEY_FORMS =
      List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"));

  private KeptBytes() {}

  /** Whether bytes are a text that every store can hold: UTF-8 without a NUL. */
  public static boolean areText(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
    }
    return Utf8.firstFault(bytes) < 0;
  }

  /** The Base64 of bytes in which the write key is blanked. */
  public static String base64(byte[] bytes, String writeKey) {
    // Latin-1 has a character for every byte, so nothing else changes on the way.
    String raw = new String(bytes, ISO_8859_1);
    for (Charset form : KEY_FORMS) {
      String key = new String(writeKey.getBytes(form), ISO_8859_1);
      raw = raw.replace(key, "*".repeat(key.length()));
    }
    return Base64.getEncoder().encodeToString(raw.getBytes(ISO_8859_1));
  }
}
