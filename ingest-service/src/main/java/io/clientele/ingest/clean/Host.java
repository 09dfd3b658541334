package io.clientele.ingest.clean;

import java.util.Locale;
import java.util.Optional;

/** The host of an address on the web, however carelessly the rest of the address is written. */
final class Host {

  /** RFC 1035, 2.3.4. */
  private static final int MOST_CHARACTERS = 253;

  private Host() {}

  /** The host in lower case, without www, user and port; empty if the address has none. */
  static Optional<String> of(String address) {
    int scheme = address == null ? -1 : address.indexOf("://");
    if (scheme < 0) {
      return Optional.empty();
    }
    int start = scheme + 3;
    int end = start;
    while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    int user = address.lastIndexOf('@', end - 1);
    String host = address.substring(Math.max(start, user + 1), end);
    int port = host.indexOf(':');
    String name = (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    String bare = name.startsWith("www.") ? name.substring(4) : name;
    return isName(bare) ? Optional.of(bare) : Optional.empty();
  }

  /** Whether one of the two is the other or stands below it, as shop.example.com in example.com. */
  static boolean sameSite(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static boolean isName(String host) {
    if (host.isEmpty() || host.length() > MOST_CHARACTERS || host.charAt(0) == '.') {
      return false;
    }
    for (int at = 0; at < host.length(); at++) {
      char sign = host.charAt(at);
      if (!Character.isLetterOrDigit(sign) && "-._".indexOf(sign) < 0) {
        return false;
      }
    }
    return true;
  }
}
