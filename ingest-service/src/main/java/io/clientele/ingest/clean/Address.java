package io.clientele.ingest.clean;

import java.util.Optional;
import java.util.Set;

/**
 * An IP address without the part that tells one household from the next: what is left is as much as
 * a region needs.
 */
public final class Address {

  /** The name under which this step is recorded. */
  public static final String RULE = "address";

  /** What stands in the place of an address that cannot be read, and so not be cut. */
  public static final String HIDDEN = "[address]";

  private static final String WORD = "ip";

  /** By their letters; beside them whatever ends in {@code ip_address} or in the word itself. */
  private static final Set<String> FIELDS =
      Set.of(
          WORD,
          "ipv",
          "ipoverride",
          "clientip",
          "userip",
          "remoteip",
          "realip",
          "remoteaddr",
          "remoteaddress",
          "forwardedfor",
          "xforwardedfor");

  private static final int GROUPS = 8;
  private static final int KEPT_GROUPS = 3;

  /** With a zone, {@code %eth0}, which names an interface of the sender's and is dropped. */
  private static final int MOST_CHARACTERS = 64;

  private Address() {}

  /**
   * Whether a field of this name holds an address, however senders write it: {@code ip}, {@code
   * clientIp}, {@code last_login_ip}, {@code user-ip-address}; but not {@code zip} or {@code
   * membership}.
   *
   * @param name of which, if it is a path, the last step counts
   */
  public static boolean isField(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (endsInWord(last)) {
      return true;
    }
    String letters = lettersOf(last);
    return FIELDS.contains(letters)
        || letters.endsWith("ipaddress")
        || letters.endsWith("ipaddresses")
        || letters.endsWith("ipaddr");
  }

  private static String lettersOf(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      if (Character.isLetter(name.charAt(at))) {
        letters.append(Character.toLowerCase(name.charAt(at)));
      }
    }
    return letters.toString();
  }

  private static boolean endsInWord(String name) {
    int start = name.length() - WORD.length();
    if (start < 0 || !name.regionMatches(true, start, WORD, 0, WORD.length())) {
      return false;
    }
    return start == 0
        || !Character.isLetter(name.charAt(start - 1))
        || (Character.isUpperCase(name.charAt(start))
            && Character.isLowerCase(name.charAt(start - 1)));
  }

  /**
   * IPv4 to 24 bits, {@code 203.0.113.0}; IPv6 to 48 bits, {@code 2001:db8:1::}, written by RFC
   * 5952; IPv4 mapped into IPv6 as IPv4. Empty if it is no literal address: names are never looked
   * up, and numbers with leading zeros are octal to some and decimal to others.
   */
  public static Optional<String> truncated(String ip) {
    if (ip.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String address = Text.clean(ip);
    if (address.indexOf(':') < 0) {
      int[] bytes = bytes(address);
      return bytes.length == 0 ? Optional.empty() : Optional.of(network(bytes));
    }
    int zone = address.indexOf('%');
    int[] groups = groups(zone < 0 ? address : address.substring(0, zone));
    return groups.length == 0 ? Optional.empty() : Optional.of(network6(groups));
  }

  private static String network(int[] bytes) {
    return bytes[0] + "." + bytes[1] + "." + bytes[2] + ".0";
  }

  private static String network6(int[] groups) {
    if (isMapped(groups)) {
      return network(new int[] {groups[6] >> 8, groups[6] & 0xFF, groups[7] >> 8});
    }
    int kept = KEPT_GROUPS;
    while (kept > 0 && groups[kept - 1] == 0) {
      kept--;
    }
    StringBuilder network = new StringBuilder();
    for (int group = 0; group < kept; group++) {
      network.append(group == 0 ? "" : ":").append(Integer.toHexString(groups[group]));
    }
    return network.append("::").toString();
  }

  /** RFC 4291, 2.5.5.2. */
  private static boolean isMapped(int[] groups) {
    for (int group = 0; group < 5; group++) {
      if (groups[group] != 0) {
        return false;
      }
    }
    return groups[5] == 0xFFFF;
  }

  /** The four bytes, or none. */
  private static int[] bytes(String address) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return new int[0];
    }
    int[] bytes = new int[4];
    for (int part = 0; part < 4; part++) {
      bytes[part] = number(parts[part], 10, 3);
      boolean octal = parts[part].length() > 1 && parts[part].charAt(0) == '0';
      if (octal || bytes[part] < 0 || bytes[part] > 255) {
        return new int[0];
      }
    }
    return bytes;
  }

  /** The eight groups, or none. */
  private static int[] groups(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      int[] all = run(address);
      return all.length == GROUPS ? all : new int[0];
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    int[] head = run(before);
    int[] tail = run(after);
    boolean headless = head.length == 0 && !before.isEmpty();
    boolean tailless = tail.length == 0 && !after.isEmpty();
    if (headless || tailless || before.indexOf('.') >= 0 || head.length + tail.length >= GROUPS) {
      return new int[0];
    }
    int[] groups = new int[GROUPS];
    System.arraycopy(head, 0, groups, 0, head.length);
    System.arraycopy(tail, 0, groups, GROUPS - tail.length, tail.length);
    return groups;
  }

  /** The groups of a part without a gap; the last two may be written as IPv4. */
  private static int[] run(String part) {
    String[] texts = part.split(":", -1);
    boolean endsInBytes = texts[texts.length - 1].indexOf('.') >= 0;
    int plain = endsInBytes ? texts.length - 1 : texts.length;
    int[] groups = new int[endsInBytes ? plain + 2 : plain];
    for (int group = 0; group < plain; group++) {
      groups[group] = number(texts[group], 16, 4);
      if (groups[group] < 0) {
        return new int[0];
      }
    }
    if (endsInBytes) {
      int[] bytes = bytes(texts[plain]);
      if (bytes.length == 0) {
        return new int[0];
      }
      groups[plain] = bytes[0] << 8 | bytes[1];
      groups[plain + 1] = bytes[2] << 8 | bytes[3];
    }
    return groups;
  }

  /** A number of ASCII digits, or -1. */
  private static int number(String digits, int radix, int mostDigits) {
    if (digits.isEmpty() || digits.length() > mostDigits) {
      return -1;
    }
    int number = 0;
    for (int place = 0; place < digits.length(); place++) {
      char digit = digits.charAt(place);
      if (digit > 'f' || Character.digit(digit, radix) < 0) {
        return -1;
      }
      number = number * radix + Character.digit(digit, radix);
    }
    return number;
  }
}
