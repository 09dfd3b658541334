package io.clientele.profile.purchase;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * When something happened on one UTC day, in nanoseconds since midnight; the same moment may stand
 * there twice. Bounded: of more than eight moments the first four and the last four are kept, and
 * of the others how many there are in each hour. So the day's first and last stay right until four
 * of either end have been taken away again, and the counts always.
 */
final class DayTimes {

  private static final int[] NO_HOURS = {};
  private static final int HOURS = 24;
  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final int KEPT_AT_EACH_END = 4;

  /** What packed moments are multiples of: nanoseconds, milliseconds or seconds. */
  private static final long[] UNITS = {1, 1_000_000, 1_000_000_000};

  static final DayTimes NONE = new DayTimes(new long[0], NO_HOURS);

  /** Ascending. */
  private final long[] kept;

  /** The others by hour: 24 counts, or none at all where they are all 0. */
  private final int[] counted;

  private DayTimes(long[] kept, int[] counted) {
    this.kept = kept;
    this.counted = counted;
  }

  static DayTimes unpack(Unpacker unpacker) {
    int head = unpacker.integer();
    long unit = UNITS[head >> 1 & 3];
    long[] kept = new long[head >> 3];
    long last = 0;
    for (int i = 0; i < kept.length; i++) {
      last += unpacker.number() * unit;
      kept[i] = last;
    }
    int[] counted = (head & 1) == 0 ? NO_HOURS : new int[HOURS];
    for (int hour = 0; hour < counted.length; hour++) {
      counted[hour] = unpacker.integer();
    }
    return new DayTimes(kept, counted);
  }

  void pack(Packer packer) {
    int unit = unit();
    packer.number((long) kept.length << 3 | unit << 1 | (counted.length == 0 ? 0 : 1));
    long last = 0;
    for (long moment : kept) {
      packer.number((moment - last) / UNITS[unit]);
      last = moment;
    }
    for (int count : counted) {
      packer.number(count);
    }
  }

  /** One moment. */
  static DayTimes of(long nanos) {
    return new DayTimes(new long[] {nanos}, NO_HOURS);
  }

  /** The moments of both. */
  DayTimes plus(DayTimes other) {
    int[] counts = counted;
    if (other.counted.length > 0) {
      counts = other.counted.clone();
      for (int hour = 0; hour < counted.length; hour++) {
        counts[hour] += counted[hour];
      }
    }
    return bounded(LongStream.concat(LongStream.of(kept), LongStream.of(other.kept)), counts);
  }

  /**
   * Without moments that were added before.
   *
   * @throws IllegalStateException if they were not
   */
  DayTimes minus(DayTimes other) {
    int[] counts = other.countedLess();
    for (int hour = 0; hour < counted.length; hour++) {
      counts[hour] += counted[hour];
    }
    long[] left = kept;
    for (long moment : other.kept) {
      int at = Arrays.binarySearch(left, moment);
      if (at < 0) {
        counts[(int) (moment / HOUR)]--;
      } else {
        left = without(left, at);
      }
    }
    if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalStateException("a moment is taken from a day to which it was never added");
    }
    return new DayTimes(left, orNone(counts));
  }

  /** The same, of which nothing is kept but how many there are in each hour. */
  DayTimes onlyCounted() {
    long[] hours = new long[HOURS];
    addHoursTo(hours);
    return new DayTimes(
        new long[0], orNone(Arrays.stream(hours).mapToInt(Math::toIntExact).toArray()));
  }

  /** How many there are. */
  int count() {
    return kept.length + Arrays.stream(counted).sum();
  }

  /** The first; where it is not kept any more, the start of its hour. Only where there is one. */
  long first() {
    int hour = 0;
    while (kept.length == 0 && counted[hour] == 0) {
      hour++;
    }
    return kept.length == 0 ? hour * HOUR : kept[0];
  }

  /** The last; where it is not kept any more, the start of its hour. Only where there is one. */
  long last() {
    int hour = HOURS - 1;
    while (kept.length == 0 && counted[hour] == 0) {
      hour--;
    }
    return kept.length == 0 ? hour * HOUR : kept[kept.length - 1];
  }

  /** Adds how many there are in each hour. */
  void addHoursTo(long[] hours) {
    for (long moment : kept) {
      hours[(int) (moment / HOUR)]++;
    }
    for (int hour = 0; hour < counted.length; hour++) {
      hours[hour] += counted[hour];
    }
  }

  private static DayTimes bounded(LongStream moments, int[] counted) {
    long[] kept = moments.sorted().toArray();
    if (kept.length <= 2 * KEPT_AT_EACH_END) {
      return new DayTimes(kept, counted);
    }
    int end = kept.length - KEPT_AT_EACH_END;
    int[] counts = counted.length == 0 ? new int[HOURS] : counted.clone();
    for (int i = KEPT_AT_EACH_END; i < end; i++) {
      counts[(int) (kept[i] / HOUR)]++;
    }
    LongStream ends =
        LongStream.concat(
            Arrays.stream(kept, 0, KEPT_AT_EACH_END), Arrays.stream(kept, end, kept.length));
    return new DayTimes(ends.toArray(), counts);
  }

  private int[] countedLess() {
    int[] less = new int[HOURS];
    for (int hour = 0; hour < counted.length; hour++) {
      less[hour] = -counted[hour];
    }
    return less;
  }

  private static int[] orNone(int[] counts) {
    return Arrays.stream(counts).allMatch(count -> count == 0) ? NO_HOURS : counts;
  }

  private static long[] without(long[] moments, int at) {
    return LongStream.concat(
            Arrays.stream(moments, 0, at), Arrays.stream(moments, at + 1, moments.length))
        .toArray();
  }

  private int unit() {
    int unit = UNITS.length - 1;
    for (long moment : kept) {
      while (moment % UNITS[unit] != 0) {
        unit--;
      }
    }
    return unit;
  }

  /**
   * Whether both tell the same: first, last and how many in each hour. Which moments between the
   * ends are kept depends on what was added and taken away meanwhile.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof DayTimes those && Arrays.equals(told(), those.told());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(told());
  }

  private long[] told() {
    long[] told = new long[HOURS + 2];
    addHoursTo(told);
    if (count() > 0) {
      told[HOURS] = first();
      told[HOURS + 1] = last();
    }
    return told;
  }

  @Override
  public String toString() {
    return Arrays.toString(kept) + " and by hour " + Arrays.toString(counted);
  }
}
