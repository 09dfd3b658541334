package io.clientele.ingest.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces an address to its path, since queries and fragments carry what is personal. */
final class Paths {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:[a-zA-Z][\\w+.-]*://[^/?#]*)?([^?#]*).*");

  private Paths() {}

  /** The path of a path or URL; null for null. */
  static String of(String address) {
    if (address == null) {
      return null;
    }
    Matcher parts = ADDRESS.matcher(address.replace('\n', ' '));
    if (!parts.matches()) {
      return null;
    }
    return parts.group(1).isEmpty() ? "/" : parts.group(1);
  }
}
