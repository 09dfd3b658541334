package io.clientele.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.Fingerprint;
import io.clientele.runtime.http.Problem;
import java.security.MessageDigest;
import java.util.Optional;

/** What an operator proves to be one with. */
public final class OperatorToken {

  private static final String BEARER = "bearer ";

  /** Null: nobody can prove it. */
  private final byte[] hash;

  /** The configured token, if there is one. */
  public OperatorToken(Optional<String> configured) {
    if (configured.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("clientele.ingest.operator-token must not be blank");
    }
    this.hash = configured.map(OperatorToken::hash).orElse(null);
  }

  /**
   * Why who sends this header is not let through; empty if they bring the token. Takes the same
   * time however much of it is right.
   *
   * @param authorization null if there is none
   */
  public Optional<Problem> refusal(String authorization) {
    if (hash == null) {
      return Optional.of(
          Problem.of(
              403,
              "no-operator-token",
              "Not open to anybody",
              "Set clientele.ingest.operator-token and send it as Authorization: Bearer …"));
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !MessageDigest.isEqual(hash, hash(authorization.substring(BEARER.length()).trim()))) {
      return Optional.of(
          Problem.of(
              401,
              "wrong-operator-token",
              "Operator token missing or wrong",
              "Send the operator token as Authorization: Bearer …"));
    }
    return Optional.empty();
  }

  private static byte[] hash(String token) {
    return Fingerprint.sha256().digest(token.getBytes(UTF_8));
  }
}
