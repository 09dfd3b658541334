package io.clientele.recommendation.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.RecommendationExposure;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Deals customers out for experiments: evenly, and always the same way under one salt. */
final class Bucket {

  private Bucket() {}

  /**
   * The bucket of a customer, 0 to 9999: the first eight bytes of SHA-256 of salt, colon and
   * customer in UTF-8, as an unsigned number, modulo 10,000.
   */
  static int of(String salt, String customerId) {
    byte[] digest = sha256().digest((salt + ":" + customerId).getBytes(UTF_8));
    return (int)
        Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), RecommendationExposure.BUCKETS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
