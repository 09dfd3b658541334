package io.clientele.ingest.source;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A new write key at the one moment in which it can be read.
 *
 * @param secret what senders present; shown to the operator once and kept nowhere
 */
public record IssuedKey(WriteKey key, String secret) {

  private static final int SECRET_BYTES = 24;
  private static final int ID_BYTES = 6;

  /** A key without an end; it fits into a URL and, having no colon, into HTTP Basic. */
  public static IssuedKey drawn(SecureRandom random, Instant now) {
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
    String id = HexFormat.of().formatHex(bytes(random, ID_BYTES));
    return new IssuedKey(new WriteKey(id, WriteKey.hashOf(secret), now, null), secret);
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Without the secret, which must not reach a log. */
  @Override
  public String toString() {
    return "IssuedKey[" + key.id() + "]";
  }
}
