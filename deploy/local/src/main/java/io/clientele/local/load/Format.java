package io.clientele.local.load;

import java.io.IOException;

/** One way in which a file tells what customers did. */
public interface Format {

  /**
   * Reads the whole file, telling {@code rows} what became of each row and handing every call to
   * {@code calls}. Reading the same file again gives the same calls with the same message ids.
   *
   * @throws UnreadableFileException if the file as a whole is not of this format; nothing was
   *     handed on then
   */
  void read(Source source, Rows rows, Calls calls) throws IOException;

  /** Whether all rows are read before the first call, so that the newest row is known by then. */
  default boolean readsAllFirst() {
    return false;
  }
}
