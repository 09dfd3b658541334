package io.clientele.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.Fingerprint;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What is kept of a write key: enough to know it again, not enough to use it.
 *
 * <p>SHA-256 without salt or stretching is enough, for keys are drawn at random with 192 bits:
 * there is nothing to guess.
 *
 * @param id short, for people to name it by; says nothing about the key
 * @param hash SHA-256 of the key, as hexadecimal digits
 * @param createdAt null for the key that stands in the configuration
 * @param expiresAt the moment from which it is not valid any more, or null: never
 */
public record WriteKey(String id, String hash, Instant createdAt, Instant expiresAt) {

  public WriteKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(hash, "hash");
  }

  /** The hash under which this key is kept. */
  public static String hashOf(String key) {
    return HexFormat.of().formatHex(Fingerprint.sha256().digest(key.getBytes(UTF_8)));
  }

  /** Whether a sender may use it at this moment. */
  public boolean isValid(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  /** The same key, which ends then if it would not have ended earlier. */
  public WriteKey endingBy(Instant end) {
    return isValid(end) ? new WriteKey(id, hash, createdAt, end) : this;
  }
}
