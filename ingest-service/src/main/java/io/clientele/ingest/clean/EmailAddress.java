package io.clientele.ingest.clean;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** An email address in the one form in which two spellings of it are equal. */
public final class EmailAddress {

  /** The name under which this step is recorded. */
  public static final String RULE = "email";

  private static final String SCHEME = "mailto:";

  /** RFC 5321, 4.5.3.1; the whole by RFC 3696, erratum 1690. */
  private static final int MOST_CHARACTERS = 254;

  private static final int MOST_LOCAL_CHARACTERS = 64;

  /** What an unquoted local part may have beside letters, digits and dots (RFC 5322, 3.2.3). */
  private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";

  private EmailAddress() {}

  /**
   * In lower case, the domain in ASCII, a {@code mailto:} with its parameters dropped; empty if it
   * is no address that a customer can have: quoted local parts, IP addresses and domains without a
   * dot are none. Local parts are otherwise left as they are, since only their own host knows which
   * of them are equal.
   *
   * <p>A domain with ß or ς stays in Unicode: the JDK knows IDNA 2003 only, which would make
   * another domain of it.
   */
  public static Optional<String> canonical(String text) {
    if (text.length() > 2 * MOST_CHARACTERS) {
      return Optional.empty();
    }
    String address = withoutScheme(Text.clean(text)).toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    String local = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC);
    if (!isLocalPart(local)) {
      return Optional.empty();
    }
    return domain(address.substring(at + 1))
        .map(domain -> local + "@" + domain)
        .filter(canonical -> canonical.length() <= MOST_CHARACTERS);
  }

  private static String withoutScheme(String address) {
    if (!address.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return address;
    }
    int parameters = address.indexOf('?');
    return address.substring(SCHEME.length(), parameters < 0 ? address.length() : parameters);
  }

  private static boolean isLocalPart(String local) {
    return !local.isEmpty()
        && local.length() <= MOST_LOCAL_CHARACTERS
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && local.codePoints().allMatch(EmailAddress::standsInLocalPart);
  }

  private static boolean standsInLocalPart(int point) {
    return Character.isLetterOrDigit(point)
        || point == '.'
        || SIGNS.indexOf(point) >= 0
        || (point > 0x7F && Character.getType(point) == Character.NON_SPACING_MARK);
  }

  private static Optional<String> domain(String domain) {
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!isHostName(ascii)) {
      return Optional.empty();
    }
    boolean unsafe = domain.indexOf('ß') >= 0 || domain.indexOf('ς') >= 0;
    return Optional.of(unsafe ? Normalizer.normalize(domain, Normalizer.Form.NFC) : ascii);
  }

  /** At least two labels, the last of which is no number. */
  private static boolean isHostName(String ascii) {
    int dot = ascii.lastIndexOf('.');
    return dot > 0
        && dot < ascii.length() - 1
        && ascii.charAt(0) != '.'
        && !ascii.contains("..")
        && !Character.isDigit(ascii.charAt(dot + 1));
  }
}
