package io.clientele.ingest.protocol;

import java.time.Duration;
import java.util.Optional;

/** An answer over HTTP. Not a Java record, since its body is an array. */
public final class Reply {

  private final int status;
  private final String mediaType;
  private final byte[] body;
  private final Duration retryAfter;
  private final boolean storable;

  /**
   * An answer.
   *
   * @param body handed over, not to be changed any more
   */
  public Reply(int status, String mediaType, byte[] body) {
    this(status, mediaType, body, null, true);
  }

  private Reply(int status, String mediaType, byte[] body, Duration retryAfter, boolean storable) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.retryAfter = retryAfter;
    this.storable = storable;
  }

  /** The same answer, which tells when to try again. */
  public Reply retryAfter(Duration wait) {
    return new Reply(status, mediaType, body, wait, storable);
  }

  /** The same answer, which no cache may keep, so that the next request comes here again. */
  public Reply notToBeStored() {
    return new Reply(status, mediaType, body, retryAfter, false);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Of the body. */
  public String mediaType() {
    return mediaType;
  }

  /** Not to be changed. */
  public byte[] body() {
    return body;
  }

  /** Whether caches may keep it, as far as the method lets them. */
  public boolean isStorable() {
    return storable;
  }

  /** When to try again, if that helps. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
