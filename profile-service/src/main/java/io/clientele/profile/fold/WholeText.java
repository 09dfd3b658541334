package io.clientele.profile.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text of whole characters. JSON can escape half of one ({@code "\\ud83d"}), and cutting can leave
 * one; Smile and UTF-8 can write neither.
 */
public final class WholeText {

  private WholeText() {}

  /** Whether no half of a surrogate pair stands in a text. */
  public static boolean is(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (Character.charCount(text.codePointAt(at)) == 1) {
          return false;
        }
        at++; // the other half
      }
    }
    return true;
  }

  /**
   * As much of a text as fits, as UTF-8 gives it back, so that what was stored equals what was not.
   *
   * @param text null stays null
   * @param mostBytes in UTF-8
   */
  public static String cut(String text, int mostBytes) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(UTF_8);
    int end = Math.min(bytes.length, mostBytes);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--; // in the middle of a character
    }
    return end == text.length() && end == bytes.length ? text : new String(bytes, 0, end, UTF_8);
  }
}
