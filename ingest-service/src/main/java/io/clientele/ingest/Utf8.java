package io.clientele.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells whether bytes are UTF-8 (RFC 3629). JSON readers and Java's own decoder let some of what is
 * not pass, or put U+FFFD in its place, and then nobody knows any more what was sent.
 */
public final class Utf8 {

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Where the first byte stands that is wrong, or begins what is cut off; −1 if there is none.
   * Overlong forms, surrogates and what lies above U+10FFFF are wrong.
   */
  public static int firstFault(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (at + Long.BYTES <= bytes.length && ((long) EIGHT_BYTES.get(bytes, at) & HIGH_BITS) == 0) {
        at += Long.BYTES;
      } else if (bytes[at] >= 0) {
        at++;
      } else {
        int length = lengthAt(bytes, at);
        if (length == 0) {
          return at;
        }
        at += length;
      }
    }
    return -1;
  }

  /** Whether a text can be written: it has no half of a character. */
  public static boolean canWrite(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (Character.charCount(text.codePointAt(at)) == 1) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  /** Of the character of several bytes that begins here; 0 if there is none (RFC 3629, table 4). */
  private static int lengthAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int next = at + 2; next < at + length; next++) {
      if ((bytes[next] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
