package io.clientele.ingest.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of which none may take more memory than an item may. */
final class BoundedLines {

  private final InputStream bytes;
  private boolean ended;
  private boolean whole;

  /** Over a buffered stream. */
  BoundedLines(InputStream bytes) {
    this.bytes = bytes;
  }

  /** The next line, or as much of it as is kept; null behind the last. */
  byte[] next() throws IOException {
    if (ended) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    whole = true;
    int next = bytes.read();
    while (next >= 0 && next != '\n') {
      if (line.size() < BoundedItems.LARGEST_ITEM_BYTES) {
        line.write(next);
      } else {
        whole = false;
      }
      next = bytes.read();
    }
    ended = next < 0;
    return ended && line.size() == 0 ? null : line.toByteArray();
  }

  /** Whether the line given last was given whole. */
  boolean isWhole() {
    return whole;
  }
}
