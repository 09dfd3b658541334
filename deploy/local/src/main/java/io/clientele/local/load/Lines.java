package io.clientele.local.load;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, as {@code BufferedReader} divides them, but of bounded length: a file that
 * is no text at all may be one line of gigabytes.
 */
final class Lines {

  /** Four times what ingest takes as an event. */
  static final int MOST_CHARACTERS = 4 << 20;

  private static final int BUFFER = 1 << 16;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int end;
  private boolean skipLineFeed;
  private boolean cut;

  Lines(Reader reader) {
    this.reader = reader;
  }

  /** The next line, at most {@link #MOST_CHARACTERS} of it, or null at the end. */
  String next() throws IOException {
    cut = false;
    StringBuilder line = null;
    while (position < end || fill()) {
      int start = position;
      while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
        position++;
      }
      boolean ended = position < end;
      if (ended && line == null) {
        String whole = new String(buffer, start, position - start);
        pass();
        return whole;
      }
      line = line == null ? new StringBuilder() : line;
      int room = MOST_CHARACTERS - line.length();
      cut |= position - start > room;
      line.append(buffer, start, Math.min(room, position - start));
      if (ended) {
        pass();
        return line.toString();
      }
    }
    return line == null ? null : line.toString();
  }

  /** Whether the line just read was longer than what was given of it. */
  boolean wasCut() {
    return cut;
  }

  /** Steps over the end of a line, which may be two characters in two buffers. */
  private void pass() {
    skipLineFeed = buffer[position] == '\r';
    position++;
    skip();
  }

  private void skip() {
    if (skipLineFeed && position < end) {
      position += buffer[position] == '\n' ? 1 : 0;
      skipLineFeed = false;
    }
  }

  private boolean fill() throws IOException {
    do {
      position = 0;
      end = Math.max(0, reader.read(buffer));
      if (end == 0) {
        return false;
      }
      skip();
    } while (position == end);
    return true;
  }
}
