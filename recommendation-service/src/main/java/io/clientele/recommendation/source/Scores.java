package io.clientele.recommendation.source;

import java.util.Arrays;

/** How much each {@link Signal} speaks for each candidate of one query; used again for the next. */
public final class Scores {

  private static final int SIGNALS = Signal.values().length;
  private static final int FREE = 0;

  private int[] table = new int[1 << 12];
  private int[] items = new int[1 << 11];
  private final float[][] sums = new float[SIGNALS][1 << 11];
  private final double[] masses = new double[SIGNALS];
  private int size;

  /** Forgets the query before. */
  public void begin() {
    Arrays.fill(table, FREE);
    for (float[] column : sums) {
      Arrays.fill(column, 0, size, 0);
    }
    Arrays.fill(masses, 0);
    size = 0;
  }

  /** The candidate's place, a new one where it has none yet. */
  public int place(int item) {
    int at = bucket(item);
    if (table[at] == FREE) {
      if (size == items.length) {
        grow();
        return place(item);
      }
      items[size++] = item;
      table[at] = size;
    }
    return table[at] - 1;
  }

  /** Where the candidate is, or −1. */
  public int find(int item) {
    return table[bucket(item)] - 1;
  }

  /** Speaks for an item; amounts are above 0 and have any unit. */
  public void add(Signal signal, int item, double amount) {
    int place = place(item); // may make the columns longer
    sums[signal.column()][place] += (float) amount;
    masses[signal.column()] += amount;
  }

  /** What was added. */
  public float raw(Signal signal, int place) {
    return sums[signal.column()][place];
  }

  /** Of all that the signal says, how much is for this candidate, 0 to 1. */
  public double share(Signal signal, int place) {
    double mass = masses[signal.column()];
    return mass == 0 ? 0 : sums[signal.column()][place] / mass;
  }

  /** All that was added. */
  public double mass(Signal signal) {
    return masses[signal.column()];
  }

  public int size() {
    return size;
  }

  public int item(int place) {
    return items[place];
  }

  private int bucket(int item) {
    int mask = table.length - 1;
    int at = ((item * 0x9E3779B9) >>> 7) & mask;
    while (table[at] != FREE && items[table[at] - 1] != item) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    table = new int[2 * table.length];
    items = Arrays.copyOf(items, 2 * size);
    for (int signal = 0; signal < SIGNALS; signal++) {
      sums[signal] = Arrays.copyOf(sums[signal], 2 * size);
    }
    for (int place = 0; place < size; place++) {
      table[bucket(items[place])] = place + 1;
    }
  }
}
