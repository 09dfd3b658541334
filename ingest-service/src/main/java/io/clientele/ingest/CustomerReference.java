package io.clientele.ingest;

import java.util.Locale;
import java.util.Set;

/** Which texts name a customer or a device, and which only look as if they did. */
public final class CustomerReference {

  /** Longer ones are no ids but content in the wrong place. */
  public static final int MAX_LENGTH = 500;

  /** What shops send for "nobody"; linking by them would make all their customers one. */
  private static final Set<String> NOBODY =
      Set.of("anonymous", "guest", "null", "undefined", "0", "-1", "[object object]");

  private CustomerReference() {}

  /**
   * Whether every store can hold it as it is: no control characters, of which a NUL stops
   * PostgreSQL, and no half of a character, which no encoding can write.
   */
  public static boolean isWritable(String id) {
    for (int at = 0; at < id.length(); at++) {
      if (Character.isISOControl(id.charAt(at))) {
        return false;
      }
    }
    return Utf8.canWrite(id);
  }

  /** The id without surrounding blanks, or null where it names nobody. */
  public static String named(String text) {
    if (text == null) {
      return null;
    }
    String id = text.strip();
    return id.isEmpty() || NOBODY.contains(id.toLowerCase(Locale.ROOT)) ? null : id;
  }
}
