package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of bytes that are no text is kept in quarantine, as Base64: all but the write key and the
 * whole of IP addresses; only what is said of them if that cannot be taken out.
 */
public final class KeptBytes {

  /** Of the text that they may hold after all, and how many bytes a character of it has. */
  private static final Map<Charset, Integer> FORMS = forms();

  private KeptBytes() {}

  private static Map<Charset, Integer> forms() {
    Map<Charset, Integer> forms = new LinkedHashMap<>();
    forms.put(Charset.forName("UTF-32LE"), 4);
    forms.put(Charset.forName("UTF-32BE"), 4);
    forms.put(UTF_16LE, 2);
    forms.put(UTF_16BE, 2);
    // Stands for all that is written like ASCII.
    forms.put(ISO_8859_1, 1);
    return forms;
  }

  /** Whether bytes are a text that every store can hold: UTF-8 without a NUL. */
  public static boolean areText(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
    }
    return Utf8.firstFault(bytes) < 0;
  }

  /** The Base64 of bytes in which write key and addresses are blanked. */
  public static String base64(byte[] bytes, String writeKey) {
    // Latin-1 has a character for every byte, so nothing else changes on the way.
    String raw = new String(bytes, ISO_8859_1);
    for (Charset form : FORMS.keySet()) {
      String key = new String(writeKey.getBytes(form), ISO_8859_1);
      String blank = new String("*".repeat(writeKey.length()).getBytes(form), ISO_8859_1);
      raw = raw.replace(key, blank);
    }
    byte[] kept = raw.getBytes(ISO_8859_1);
    for (Map.Entry<Charset, Integer> form : FORMS.entrySet()) {
      kept = kept(kept, form.getKey(), form.getValue());
    }
    return Base64.getEncoder()
        .encodeToString(isClean(kept, writeKey) ? kept : description(bytes).getBytes(US_ASCII));
  }

  /**
   * Whether nothing is left to be taken out. Without their NULs, ASCII characters stand beside each
   * other however wide they were written, and in whatever order of bytes, also where what stands
   * between them is no text.
   */
  private static boolean isClean(byte[] kept, String writeKey) {
    String signs = new String(kept, ISO_8859_1).replace("\0", "");
    return KeptText.ofOther(signs, writeKey).equals(signs);
  }

  /** The bytes read as this text; where they cannot be it, they stay as they are. */
  private static byte[] kept(byte[] bytes, Charset form, int width) {
    int whole = bytes.length / width * width;
    String text = new String(bytes, 0, whole, form);
    byte[] written = text.getBytes(form);
    if (!Arrays.equals(written, 0, written.length, bytes, 0, whole)) {
      return bytes;
    }
    String kept = KeptText.ofBroken(text);
    if (kept.equals(text)) {
      return bytes;
    }
    byte[] start = kept.getBytes(form);
    byte[] all = Arrays.copyOf(start, start.length + bytes.length - whole);
    System.arraycopy(bytes, whole, all, start.length, bytes.length - whole);
    return all;
  }

  /** What is said of bytes that may hold anything: how many they were, and how to know them. */
  public static String description(byte[] bytes) {
    String hash = HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes));
    return bytes.length + " bytes, SHA-256 " + hash;
  }
}
