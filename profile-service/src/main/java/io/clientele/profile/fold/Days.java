package io.clientele.profile.fold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of UTC days in few bytes: as gaps, or as bits where that is shorter. A day takes a byte or
 * two; all days between 1900 and 2200 take 14 kB, so that it needs no other bound.
 */
public final class Days {

  public static final Days NONE = new Days(new int[0]);

  private static final int AS_GAPS = 0;
  private static final int AS_BITS = 1;

  /** Ascending. */
  private final int[] days;

  private Days(int[] days) {
    this.days = days;
  }

  @JsonCreator
  static Days unpack(byte[] packed) {
    if (packed == null || packed.length == 0) {
      return NONE;
    }
    if (packed[0] == AS_BITS) {
      BitSet bits = BitSet.valueOf(Arrays.copyOfRange(packed, Integer.BYTES + 1, packed.length));
      Unpacker first = new Unpacker(Arrays.copyOfRange(packed, 1, Integer.BYTES + 1));
      int base = first.fixed();
      return new Days(bits.stream().map(day -> day + base).toArray());
    }
    Unpacker gaps = new Unpacker(packed);
    gaps.number();
    int[] days = new int[gaps.integer()];
    int last = 0;
    for (int i = 0; i < days.length; i++) {
      last += (int) gaps.signed();
      days[i] = last;
    }
    return new Days(days);
  }

  @JsonValue
  byte[] pack() {
    if (days.length == 0) {
      return new byte[0];
    }
    Packer gaps = new Packer().number(AS_GAPS).number(days.length);
    int last = 0;
    for (int day : days) {
      gaps.signed(day - last);
      last = day;
    }
    byte[] asGaps = gaps.toBytes();
    int asBits = 1 + Integer.BYTES + (days[days.length - 1] - days[0]) / Byte.SIZE + 1;
    return asGaps.length <= asBits ? asGaps : bits();
  }

  private byte[] bits() {
    BitSet bits = new BitSet();
    for (int day : days) {
      bits.set(day - days[0]);
    }
    byte[] set = bits.toByteArray();
    byte[] head = new Packer().number(AS_BITS).fixed(days[0]).toBytes();
    byte[] packed = Arrays.copyOf(head, head.length + set.length);
    System.arraycopy(set, 0, packed, head.length, set.length);
    return packed;
  }

  /** Whether this day is among them. */
  public boolean contains(int day) {
    return Arrays.binarySearch(days, day) >= 0;
  }

  /** With this day. */
  public Days with(int day) {
    int at = -Arrays.binarySearch(days, day) - 1;
    if (at < 0) {
      return this;
    }
    int[] more = new int[days.length + 1];
    System.arraycopy(days, 0, more, 0, at);
    more[at] = day;
    System.arraycopy(days, at, more, at + 1, days.length - at);
    return new Days(more);
  }

  /** The days of both. */
  public Days union(Days other) {
    if (days.length == 0 || other.days.length == 0) {
      return days.length == 0 ? other : this;
    }
    return new Days(
        IntStream.concat(Arrays.stream(days), Arrays.stream(other.days))
            .sorted()
            .distinct()
            .toArray());
  }

  public int size() {
    return days.length;
  }

  /** How many there are from one day to another, both included. */
  public int between(int first, int last) {
    return Math.max(0, place(last + 1) - place(first));
  }

  /** Ascending. */
  public List<LocalDate> dates() {
    return Arrays.stream(days).mapToObj(LocalDate::ofEpochDay).toList();
  }

  private int place(int day) {
    int found = Arrays.binarySearch(days, day);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Days those && Arrays.equals(days, those.days);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(days);
  }

  @Override
  public String toString() {
    return dates().toString();
  }
}
