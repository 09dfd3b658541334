package io.clientele.profile.fold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads what a {@link Packer} wrote, in the same order. */
public final class Unpacker {

  private final byte[] bytes;
  private int next;
  private long lastMillis;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether anything is left. */
  public boolean hasMore() {
    return next < bytes.length;
  }

  /** What {@link Packer#number} wrote. */
  public long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[next++];
      number |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return number;
      }
    }
  }

  /** A {@link #number} that is an int. */
  public int integer() {
    return Math.toIntExact(number());
  }

  /** What {@link Packer#signed} wrote. */
  public long signed() {
    return unzigzag(number());
  }

  /** What {@link Packer#fixed} wrote. */
  public int fixed() {
    int number = 0;
    for (int part = 0; part < Integer.BYTES; part++) {
      number = number << 8 | (bytes[next++] & 0xFF);
    }
    return number;
  }

  /** What {@link Packer#fixedLong} wrote. */
  public long fixedLong() {
    return (long) fixed() << Integer.SIZE | Integer.toUnsignedLong(fixed());
  }

  /** What {@link Packer#time} wrote. */
  public Instant time() {
    long step = number();
    lastMillis += unzigzag(step >>> 1);
    Instant moment = Instant.ofEpochMilli(lastMillis);
    return (step & 1) == 0 ? moment : moment.plusNanos(number());
  }

  /** What {@link Packer#text} wrote. */
  public String text() {
    int length = integer();
    String text = new String(bytes, next, length, StandardCharsets.UTF_8);
    next += length;
    return text;
  }

  /** What {@link Packer#bytes} wrote. */
  public byte[] bytes() {
    int length = integer();
    next += length;
    return Arrays.copyOfRange(bytes, next - length, next);
  }

  private static long unzigzag(long number) {
    return (number >>> 1) ^ -(number & 1);
  }
}
