package io.clientele.local.load;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** The lines of a text file that hold something. */
final class LineRows {

  /** What is wrong with a line, for the list of rejected rows. */
  static final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    BadLineException(String reason) {
      super(reason);
    }
  }

  /** Takes a line, which is not blank; lines count from 1. */
  @FunctionalInterface
  interface Line {
    void take(long number, String text) throws IOException, BadLineException;
  }

  private static final Line TOO_LONG =
      (number, text) -> {
        throw new BadLineException("longer than " + Lines.MOST_CHARACTERS + " characters");
      };

  private LineRows() {}

  /**
   * Hands on every line of bearable length; one that {@code line} calls bad is rejected, as the
   * last one truncated.
   */
  static void of(Source source, Rows rows, Line line) throws IOException {
    long number = 0;
    try (BufferedReader reader = source.open()) {
      Lines lines = new Lines(reader);
      String text = lines.next();
      while (text != null) {
        number++;
        boolean cut = lines.wasCut();
        String next = null;
        IOException end = null;
        try {
          next = lines.next();
        } catch (EOFException | ZipException e) {
          end = e; // this line is whole all the same
        }
        if (!text.isBlank()) {
          rows.read();
          take(rows, cut ? TOO_LONG : line, number, text, next == null && end == null);
        }
        if (end != null) {
          throw end;
        }
        text = next;
      }
    } catch (EOFException e) {
      rows.truncated(number + 1);
    } catch (ZipException e) {
      rows.corrupt(number + 1);
    }
  }

  private static void take(Rows rows, Line line, long number, String text, boolean last)
      throws IOException {
    try {
      line.take(number, text);
    } catch (BadLineException e) {
      rows.rejected(number, e.getMessage());
      if (last) {
        rows.truncated(number);
      }
    }
  }
}
