package io.clientele.ingest.clean;

import java.util.Arrays;

/**
 * Tells headers that look like a user agent from what would keep yauaa's grammar busy: {@code
 * "Mozilla/5.0 ("} written 80 times takes it a minute, in which everybody else waits.
 */
final class HeaderShape {

  private static final int MOST_CHARACTERS = 512;
  private static final int DEEPEST = 3;
  private static final int MOST_SLASHES_IN_A_WORD = 6;

  /**
   * How often a sign may occur: beyond what 99.5 % of the 1,200 examples in yauaa's own rules have,
   * and enough for the list of properties that Facebook's apps append.
   */
  private static final int[] ALLOWED = allowed();

  private HeaderShape() {}

  /**
   * Whether a header is short, of printable ASCII, with its brackets closed and with no more of any
   * sign than user agents have.
   */
  static boolean isReadable(String header) {
    if (header.length() > MOST_CHARACTERS) {
      return false;
    }
    int[] left = ALLOWED.clone();
    int depth = 0;
    int slashes = 0;
    for (int at = 0; at < header.length(); at++) {
      char character = header.charAt(at);
      if (character > '~' || --left[character] < 0) {
        return false;
      }
      slashes = character == ' ' || character == ';' ? 0 : slashes + (character == '/' ? 1 : 0);
      depth += step(character);
      if (depth < 0 || depth > DEEPEST || slashes > MOST_SLASHES_IN_A_WORD) {
        return false;
      }
    }
    return depth == 0;
  }

  private static int step(char character) {
    return switch (character) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  private static int[] allowed() {
    int[] allowed = new int['~' + 1];
    Arrays.fill(allowed, ' ', allowed.length, 2);
    Arrays.fill(allowed, '0', '9' + 1, MOST_CHARACTERS);
    Arrays.fill(allowed, 'A', 'Z' + 1, MOST_CHARACTERS);
    Arrays.fill(allowed, 'a', 'z' + 1, MOST_CHARACTERS);
    allowed[' '] = 50;
    allowed['.'] = 40;
    allowed[';'] = 24;
    allowed['/'] = 20;
    allowed['-'] = 16;
    allowed['_'] = 16;
    allowed[':'] = 10;
    allowed[','] = 8;
    allowed['('] = 6;
    allowed[')'] = 6;
    allowed['='] = 6;
    allowed['+'] = 4;
    allowed['@'] = 1;
    return allowed;
  }
}
