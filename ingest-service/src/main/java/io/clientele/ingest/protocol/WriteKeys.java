package io.clientele.ingest.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** How requests name their write key. */
public final class WriteKeys {

  private static final String BASIC = "basic ";

  private WriteKeys() {}

  /**
   * The write key that a request names outside its body: the user of HTTP Basic, else the query's.
   *
   * @param authorization the header, or null
   * @param queryKey the query parameter, or null
   * @return null if neither names one; a header that is not Basic names an empty, wrong key
   */
  public static String presented(String authorization, String queryKey) {
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
}
