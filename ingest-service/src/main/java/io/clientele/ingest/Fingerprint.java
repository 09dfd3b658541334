package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that are the same for the same content, on every instance and at every retry. */
public final class Fingerprint {

  private static final int BYTES = 16;

  private Fingerprint() {}

  /**
   * The first 16 bytes of SHA-256 over the parts, as 32 hexadecimal digits. Parts are divided by a
   * zero byte, so that ("ab", "c") and ("a", "bc") differ.
   */
  public static String of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** A fresh digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
