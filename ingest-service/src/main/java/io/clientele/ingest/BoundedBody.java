package io.clientele.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a body up to a limit, since what a request says about its length need not be true. */
public final class BoundedBody {

  private BoundedBody() {}

  /** All of it, or empty if there is more than the limit, in which case the rest is left unread. */
  public static Optional<byte[]> read(InputStream body, int limitBytes) throws IOException {
    byte[] bytes = body.readNBytes(limitBytes + 1);
    return bytes.length > limitBytes ? Optional.empty() : Optional.of(bytes);
  }
}
