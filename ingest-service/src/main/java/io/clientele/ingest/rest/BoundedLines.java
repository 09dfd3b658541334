package io.clientele.ingest.rest;

import java.io.IOException;
import java.io.Reader;

/** Reads lines of which none may take more memory than an item may. */
final class BoundedLines {

  private final Reader reader;
  private boolean ended;
  private boolean whole;

  /** Over a buffered reader. */
  BoundedLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line, or as much of it as is kept; null behind the last. */
  String next() throws IOException {
    if (ended) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    whole = true;
    int next = reader.read();
    while (next >= 0 && next != '\n') {
      if (line.length() < BoundedItems.LARGEST_ITEM_BYTES) {
        line.append((char) next);
      } else {
        whole = false;
      }
      next = reader.read();
    }
    ended = next < 0;
    return ended && line.isEmpty() ? null : line.toString();
  }

  /** Whether the line given last was given whole. */
  boolean isWhole() {
    return whole;
  }
}
