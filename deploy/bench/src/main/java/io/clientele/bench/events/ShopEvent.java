package io.clientele.bench.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A Segment call, rendered once and sent many times, each time with another number and time in it.
 */
public final class ShopEvent {

  /** Digits of a number: enough for all longs in hexadecimal. */
  public static final int NUMBER_BYTES = 16;

  /** Characters of a time such as {@code 2026-01-02T03:04:05.678Z}. */
  public static final int TIME_BYTES = 24;

  /** What a message id starts with; the number follows. */
  public static final String MESSAGE_PREFIX = "bench-";

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final byte[] json;
  private final int[] numberOffsets;
  private final int timeOffset;

  /**
   * @param json the call
   * @param numberOffsets where its number stands, in {@link #NUMBER_BYTES} digits
   * @param timeOffset where its time stands, in {@link #TIME_BYTES} characters
   */
  ShopEvent(byte[] json, int[] numberOffsets, int timeOffset) {
    this.json = json.clone();
    this.numberOffsets = numberOffsets.clone();
    this.timeOffset = timeOffset;
  }

  /** The call itself, not a copy: events are rendered by the million. */
  public byte[] json() {
    return json;
  }

  /** Where its number stands. */
  public int[] numberOffsets() {
    return numberOffsets.clone();
  }

  /** Where its time stands. */
  public int timeOffset() {
    return timeOffset;
  }

  /** The message id of the event with this number. */
  public static String messageId(long number) {
    byte[] digits = new byte[NUMBER_BYTES];
    write(number, digits, 0);
    return MESSAGE_PREFIX + new String(digits, StandardCharsets.US_ASCII);
  }

  /** Writes a number into rendered events. */
  public static void write(long number, byte[] target, int offset) {
    long rest = number;
    for (int position = offset + NUMBER_BYTES - 1; position >= offset; position--) {
      target[position] = DIGITS[(int) (rest & 0xf)];
      rest >>>= 4;
    }
  }

  /** A time as it stands in events. */
  public static byte[] time(Instant time) {
    return TIME.format(time).getBytes(StandardCharsets.US_ASCII);
  }

  /** Turns it into the event with this number and time, in place. */
  public void renew(long number, byte[] time) {
    for (int offset : numberOffsets) {
      write(number, json, offset);
    }
    System.arraycopy(time, 0, json, timeOffset, TIME_BYTES);
  }
}
