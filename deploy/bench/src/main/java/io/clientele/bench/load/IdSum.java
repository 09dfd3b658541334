package io.clientele.bench.load;

import io.clientele.bench.events.ShopEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A set of event ids, told from another one by its size and the sums of the ids' halves. Ids are
 * hashes already, so that sets which differ agree in both sums by a chance of 2^-128. Duplicates
 * count.
 */
public final class IdSum {

  /** The name of the source whose write key a local platform has. */
  private static final String SOURCE = "default";

  private static final int HALF = Long.BYTES * 2;

  private long count;
  private long first;
  private long second;

  /** Adds an id of 32 hexadecimal digits. */
  void add(CharSequence eventId) {
    count++;
    first += HexFormat.fromHexDigitsToLong(eventId, 0, HALF);
    second += HexFormat.fromHexDigitsToLong(eventId, HALF, 2 * HALF);
  }

  /**
   * Adds the id that ingest gives to the event with this number. Written anew, not with ingest's
   * {@code Fingerprint}: what is to be checked must not be its own check.
   */
  void addNumber(long number) {
    MessageDigest digest = sha256();
    for (String part : new String[] {SOURCE, ShopEvent.messageId(number)}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    add(HexFormat.of().formatHex(digest.digest(), 0, Long.BYTES * 2));
  }

  long count() {
    return count;
  }

  /** Both sums, as text. */
  String hash() {
    return HexFormat.of().toHexDigits(first) + HexFormat.of().toHexDigits(second);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
