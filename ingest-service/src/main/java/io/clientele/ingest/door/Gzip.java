package io.clientele.ingest.door;

import io.clientele.ingest.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies up to a limit: a few kilobytes can hold gigabytes. */
final class Gzip {

  private Gzip() {}

  /**
   * What was packed; empty if it is more than the limit, in which case the rest is left packed.
   *
   * @throws IOException if it is no gzip, or damaged
   */
  static Optional<byte[]> unpack(byte[] packed, int limitBytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return BoundedBody.read(in, limitBytes);
    }
  }
}
