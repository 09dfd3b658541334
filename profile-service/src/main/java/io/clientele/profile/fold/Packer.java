package io.clientele.profile.fold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes numbers, moments and texts in few bytes, for structures that a row holds many of; {@link
 * Unpacker} reads them back in the same order.
 */
public final class Packer {

  private static final int MILLIS_A_SECOND = 1_000;
  private static final int NANOS_A_MILLI = 1_000_000;

  private byte[] bytes = new byte[64];
  private int size;
  private long lastMillis;

  /** A number that is seldom large: 7 bits a byte; 10 bytes if it is negative. */
  public Packer number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /** A number of either sign that is seldom far from zero. */
  public Packer signed(long number) {
    return number((number << 1) ^ (number >> 63));
  }

  /** Four bytes, for numbers that are as often large as small. */
  public Packer fixed(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      put((byte) (number >> shift));
    }
    return this;
  }

  /** Eight bytes. */
  public Packer fixedLong(long number) {
    return fixed((int) (number >>> Integer.SIZE)).fixed((int) number);
  }

  /**
   * A moment as what it is later than the one before; exact, and shortest in whole milliseconds.
   */
  public Packer time(Instant moment) {
    long second = moment.getEpochSecond();
    int fraction = moment.getNano();
    long millis = second * MILLIS_A_SECOND + fraction / NANOS_A_MILLI;
    int nanos = fraction % NANOS_A_MILLI;
    long step = Math.subtractExact(millis, lastMillis);
    lastMillis = millis;
    number((((step << 1) ^ (step >> 63)) << 1) | (nanos == 0 ? 0 : 1));
    return nanos == 0 ? this : number(nanos);
  }

  /** A text, not null. */
  public Packer text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes, and how many. */
  public Packer bytes(byte[] more) {
    number(more.length);
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  /** All that was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void put(byte next) {
    room(1);
    bytes[size++] = next;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
