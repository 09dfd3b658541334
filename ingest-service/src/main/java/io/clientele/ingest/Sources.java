package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who may send, and by which write key. Keeps hashes only. */
public final class Sources {

  /** The source that every installation has. */
  public static final String DEFAULT = "default";

  private static final String BASIC = "basic ";

  private final Map<String, byte[]> keyHashes = new LinkedHashMap<>();

  /** Only the default source. */
  public Sources(String defaultWriteKey) {
    if (defaultWriteKey.isBlank()) {
      throw new IllegalArgumentException("the default source's write key must not be blank");
    }
    keyHashes.put(DEFAULT, hash(defaultWriteKey));
  }

  /** The name of the source with this key; takes the same time whether or not there is one. */
  public Optional<String> withKey(String writeKey) {
    byte[] presented = hash(writeKey);
    String found = null;
    for (Map.Entry<String, byte[]> source : keyHashes.entrySet()) {
      if (MessageDigest.isEqual(source.getValue(), presented)) {
        found = source.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * The write key that a request names outside its body: the user of HTTP Basic, else the query's.
   *
   * @param authorization the header, or null
   * @param queryKey the query parameter, or null
   * @return null if neither names one; a header that is not Basic names an empty, wrong key
   */
  public static String presentedKey(String authorization, String queryKey) {
    if (authorization == null || authorization.isBlank()) {
      return queryKey;
    }
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return "";
    }
    try {
      String encoded = authorization.substring(BASIC.length()).trim();
      String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? pair : pair.substring(0, colon);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static byte[] hash(String writeKey) {
    return Fingerprint.sha256().digest(writeKey.getBytes(UTF_8));
  }
}
