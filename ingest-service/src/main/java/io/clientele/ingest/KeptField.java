package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.clean.Address;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be kept of a field, by its name: most are kept whole. */
final class KeptField {

  private static final String KEY = "writeKey";

  /** CloudEvents' field for what stands there as Base64. */
  private static final String ENCODED = "data_base64";

  /** What is not of the alphabet, in JSON also the escapes of line ends. */
  private static final Pattern NOT_BASE64 = Pattern.compile("\\\\[bfnrt]|=.*|[^A-Za-z0-9+/]");

  /** Base64 characters that make three bytes. */
  private static final int GROUP = 4;

  private KeptField() {}

  /** Whether a field of this name is not just kept as it is. */
  static boolean isHidden(String name) {
    return name.equals(KEY) || name.equals(ENCODED) || Address.isField(name);
  }

  /** What is kept of such a field; empty if that is what was sent. */
  static Optional<String> of(String name, String sent, String writeKey) {
    String kept =
        switch (name) {
          case KEY -> KeptText.HIDDEN;
          case ENCODED -> encoded(sent, writeKey);
          default -> Address.truncated(sent).orElse(Address.HIDDEN);
        };
    return kept.equals(sent) ? Optional.empty() : Optional.of(kept);
  }

  private static String encoded(String sent, String writeKey) {
    byte[] bytes = decoded(sent);
    String whole = Base64.getEncoder().encodeToString(bytes);
    String kept =
        KeptBytes.areText(bytes)
            ? Base64.getEncoder()
                .encodeToString(
                    KeptText.ofOther(new String(bytes, UTF_8), writeKey).getBytes(UTF_8))
            : KeptBytes.base64(bytes, writeKey);
    return kept.equals(whole) ? sent : kept;
  }

  /** As much as any reader could make of it: also of what is no whole number of groups. */
  private static byte[] decoded(String sent) {
    String ordinary = sent.replace('-', '+').replace('_', '/');
    String signs = NOT_BASE64.matcher(ordinary).replaceAll("");
    int rest = signs.length() % GROUP;
    return Base64.getDecoder().decode(rest == 1 ? signs.substring(0, signs.length() - 1) : signs);
  }
}
