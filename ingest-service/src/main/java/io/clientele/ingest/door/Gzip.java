package io.clientele.ingest.door;

import io.clientele.ingest.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

  /** As much of a damaged gzip as could be unpacked, up to a limit; nothing of what is none. */
  static byte[] beginning(byte[] packed, int limitBytes) {
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    byte[] part = new byte[8 * 1024];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      int length = in.read(part);
      while (length >= 0 && unpacked.size() + length <= limitBytes) {
        unpacked.write(part, 0, length);
        length = in.read(part);
      }
    } catch (IOException damaged) {
      // That it is damaged has been said; what came before the damage is what is asked for.
      return unpacked.toByteArray();
    }
    return unpacked.toByteArray();
  }
}
