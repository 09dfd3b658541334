package io.clientele.ingest.protocol;

/**
 * Where a protocol listens.
 *
 * @param method GET or POST
 * @param path exact, without a slash at its end; one more is tolerated
 * @param stores whether what comes is taken, or only judged
 */
public record Endpoint(String method, String path, boolean stores) {

  /** Takes what is posted. */
  public static Endpoint post(String path) {
    return new Endpoint("POST", path, true);
  }
}
