package io.clientele.ingest.clean;

import java.text.Normalizer;

/** Text as it is kept: without blanks around it, and each character in its one composed form. */
public final class Text {

  /** The name under which this step is recorded. */
  public static final String RULE = "text";

  /**
   * More marks on one character occur in no language (UAX #15, stream-safe text format); putting
   * them in order takes time by their square.
   */
  private static final int MOST_MARKS = 30;

  /** Below it every character is its own composed form (UAX #15, NFC quick check). */
  private static final char FIRST_MARK = '\u0300';

  private Text() {}

  /**
   * The text stripped and in NFC; the same instance if nothing changes. Blanks are Unicode's white
   * space, no-break spaces, and the invisible U+200B, U+2060 and U+FEFF; joiners (U+200C, U+200D)
   * are letters of their scripts and stay. What stands inside is kept, control characters and
   * halves of surrogate pairs too. A text with more than 30 marks in a row is stripped only.
   */
  public static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    String stripped = text.substring(start, end);
    return isPlain(stripped) ? stripped : composed(stripped);
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= FIRST_MARK) {
        return false;
      }
    }
    return true;
  }

  private static String composed(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      marks = isMark(point) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return text;
      }
      at += Character.charCount(point);
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.equals(text) ? text : composed;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u0085'
        || character == '\u200B'
        || character == '\u2060'
        || character == '\uFEFF';
  }
}
