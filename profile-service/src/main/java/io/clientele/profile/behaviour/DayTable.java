package io.clientele.profile.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import io.clientele.profile.fold.Windows;
import java.util.Arrays;

/**
 * Counts in up to 64 columns by UTC day, and their sums over all of life. Days that no window can
 * reach any more are in the sums only, so there are never more than 368 (a year, and a day that a
 * clock may be ahead); which days those are goes by receipt.
 */
final class DayTable {

  /** The day of receipt where nothing new was received: before 1900, so that nothing is older. */
  static final int NEVER = -1_000_000;

  static final DayTable EMPTY = new DayTable(NEVER, new long[0], new int[0], new long[0][]);

  /** The newest day on which anything was received. */
  private final int received;

  private final long[] life;

  /** Ascending. */
  private final int[] days;

  /** The counts of each day, without the columns at the end that are zero. */
  private final long[][] rows;

  private DayTable(int received, long[] life, int[] days, long[][] rows) {
    this.received = received;
    this.life = life;
    this.days = days;
    this.rows = rows;
  }

  @JsonCreator
  static DayTable unpack(byte[] packed) {
    if (packed == null || packed.length == 0) {
      return EMPTY;
    }
    Unpacker unpacker = new Unpacker(packed);
    int received = (int) unpacker.signed();
    long[] life = row(unpacker);
    int[] days = new int[unpacker.integer()];
    long[][] rows = new long[days.length][];
    int last = 0;
    for (int i = 0; i < days.length; i++) {
      last += (int) unpacker.signed();
      days[i] = last;
      rows[i] = row(unpacker);
    }
    return new DayTable(received, life, days, rows);
  }

  @JsonValue
  byte[] pack() {
    if (life.length == 0) {
      return new byte[0];
    }
    Packer packer = new Packer().signed(received);
    pack(life, packer);
    packer.number(days.length);
    int last = 0;
    for (int i = 0; i < days.length; i++) {
      packer.signed(days[i] - last);
      last = days[i];
      pack(rows[i], packer);
    }
    return packer.toBytes();
  }

  /** Which columns are not zero, and those. */
  private static void pack(long[] row, Packer packer) {
    long columns = 0;
    for (int column = 0; column < row.length; column++) {
      columns |= row[column] == 0 ? 0 : 1L << column;
    }
    packer.number(columns);
    for (long count : row) {
      if (count != 0) {
        packer.number(count);
      }
    }
  }

  private static long[] row(Unpacker unpacker) {
    long columns = unpacker.number();
    long[] row = new long[Long.SIZE - Long.numberOfLeadingZeros(columns)];
    for (int column = 0; column < row.length; column++) {
      row[column] = (columns >>> column & 1) == 0 ? 0 : unpacker.number();
    }
    return row;
  }

  /** With these counts more on a day, of which something was received on another. */
  DayTable add(int day, int receivedDay, long... counts) {
    return merge(new DayTable(receivedDay, counts, new int[] {day}, new long[][] {counts}));
  }

  /** The sums of both. */
  DayTable merge(DayTable other) {
    if (life.length == 0 || other.life.length == 0) {
      return life.length == 0 ? other.trimmed() : this;
    }
    int newest = Math.max(received, other.received);
    int[] allDays = new int[days.length + other.days.length];
    long[][] allRows = new long[allDays.length][];
    int size = 0;
    for (int i = 0, j = 0; i < days.length || j < other.days.length; ) {
      boolean mine = j == other.days.length || (i < days.length && days[i] <= other.days[j]);
      boolean theirs = i == days.length || (j < other.days.length && other.days[j] <= days[i]);
      int day = mine ? days[i] : other.days[j];
      long[] row = mine ? rows[i] : other.rows[j];
      if (day >= Windows.oldestKept(newest)) {
        allDays[size] = day;
        allRows[size++] = mine && theirs ? sum(row, other.rows[j]) : row;
      }
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
    }
    return new DayTable(
        newest, sum(life, other.life), Arrays.copyOf(allDays, size), Arrays.copyOf(allRows, size));
  }

  private DayTable trimmed() {
    int first = 0;
    while (first < days.length && days[first] < Windows.oldestKept(received)) {
      first++;
    }
    return first == 0
        ? this
        : new DayTable(
            received,
            life,
            Arrays.copyOfRange(days, first, days.length),
            Arrays.copyOfRange(rows, first, rows.length));
  }

  /** The sums of a window; of columns that have none, 0. */
  Totals within(Window window, int today) {
    if (window == Window.LIFE) {
      return new Totals(life);
    }
    long[] sums = new long[life.length];
    for (int i = 0; i < days.length; i++) {
      if (window.includes(days[i], today)) {
        for (int column = 0; column < rows[i].length; column++) {
          sums[column] += rows[i][column];
        }
      }
    }
    return new Totals(sums);
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int column = 0; column < other.length; column++) {
      sum[column] += other[column];
    }
    return sum;
  }

  /** The sums of one window by column. */
  static final class Totals {

    private final long[] sums;

    private Totals(long[] sums) {
      this.sums = sums;
    }

    long of(int column) {
      return column < sums.length ? sums[column] : 0;
    }
  }
}
