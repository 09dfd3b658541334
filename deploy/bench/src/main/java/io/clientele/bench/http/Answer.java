package io.clientele.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of an HTTP/1.1 answer as a load needs: whether it is whole, its status, its count. */
final class Answer {

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ACCEPTED = "\"accepted\":".getBytes(StandardCharsets.US_ASCII);
  private static final String LENGTH = "\r\ncontent-length:";

  private final int status;
  private final int length;
  private final long accepted;

  private Answer(int status, int length, long accepted) {
    this.status = status;
    this.length = length;
    this.accepted = accepted;
  }

  /**
   * The answer at the start of what came in, or null while it is not whole.
   *
   * @throws IllegalStateException if its length is not announced; nobody we measure does that
   */
  static Answer in(byte[] bytes, int length) {
    int end = indexOf(END_OF_HEAD, bytes, 0, length);
    if (end < 0) {
      return null;
    }
    String head = new String(bytes, 0, end + 2, StandardCharsets.ISO_8859_1);
    int body = end + END_OF_HEAD.length;
    int whole = body + contentLength(head);
    if (length < whole) {
      return null;
    }
    int status = Integer.parseInt(head.substring(9, 12));
    return new Answer(status, whole, accepted(bytes, body, whole));
  }

  int status() {
    return status;
  }

  /** Bytes of head and body. */
  int length() {
    return length;
  }

  /** The number that stands behind {@code "accepted"}, 0 if there is none. */
  long accepted() {
    return accepted;
  }

  private static int contentLength(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int start = lower.indexOf(LENGTH);
    if (start < 0) {
      throw new IllegalStateException("an answer without Content-Length: " + head);
    }
    int from = start + LENGTH.length();
    return Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
  }

  private static long accepted(byte[] bytes, int from, int to) {
    int at = indexOf(ACCEPTED, bytes, from, to);
    long number = 0;
    if (at >= 0) {
      for (int digit = at + ACCEPTED.length;
          digit < to && bytes[digit] >= '0' && bytes[digit] <= '9';
          digit++) {
        number = number * 10 + bytes[digit] - '0';
      }
    }
    return number;
  }

  private static int indexOf(byte[] wanted, byte[] bytes, int from, int to) {
    for (int start = from; start + wanted.length <= to; start++) {
      int same = 0;
      while (same < wanted.length && bytes[start + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return start;
      }
    }
    return -1;
  }
}
