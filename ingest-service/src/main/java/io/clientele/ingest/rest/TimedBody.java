package io.clientele.ingest.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body whose sender may not let its reader wait longer than so long in all: a bound for each read
 * alone would let a byte now and then hold a thread and its memory for hours.
 */
final class TimedBody extends FilterInputStream {

  /** The sender is too slow. */
  static final class TooSlowException extends IOException {

    private static final long serialVersionUID = 1L;
  }

  private final LongSupplier nanoTime;
  private long leftNanos;

  /**
   * Over a body whose single reads end by themselves.
   *
   * @param patience for all waiting together; what is done between reads does not count
   */
  TimedBody(InputStream body, Duration patience, LongSupplier nanoTime) {
    super(body);
    this.leftNanos = patience.toNanos();
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    long began = nanoTime.getAsLong();
    int next = super.read();
    count(began);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long began = nanoTime.getAsLong();
    int read = super.read(bytes, offset, length);
    count(began);
    return read;
  }

  private void count(long began) throws TooSlowException {
    leftNanos -= nanoTime.getAsLong() - began;
    if (leftNanos < 0) {
      throw new TooSlowException();
    }
  }
}
