package io.clientele.recommendation.source;

import java.util.Arrays;

/** How much each {@link Signal} speaks for each candidate of one query; used again for the next. */
public final class Scores {

  private static final int SIGNALS = Signal.values().length;
  private static final int USUAL = 1 << 11;

  private final Places items = new Places(USUAL);
  private final float[][] sums = new float[SIGNALS][USUAL];
  private final double[] masses = new double[SIGNALS];

  /** Forgets the query before. */
  public void begin() {
    for (float[] column : sums) {
      Arrays.fill(column, 0, items.size(), 0);
    }
    Arrays.fill(masses, 0);
    items.clear();
  }

  /** The candidate's place, a new one where it has none yet. */
  public int place(int item) {
    int place = items.place(item);
    if (place == sums[0].length) {
      for (int signal = 0; signal < SIGNALS; signal++) {
        sums[signal] = Arrays.copyOf(sums[signal], 2 * place);
      }
    }
    return place;
  }

  /** Where the candidate is, or −1. */
  public int find(int item) {
    return items.find(item);
  }

  /** Speaks for an item; amounts are above 0 and have any unit. */
  public void add(Signal signal, int item, double amount) {
    int place = place(item); // may make the columns longer
    sums[signal.column()][place] += (float) amount;
    masses[signal.column()] += amount;
  }

  /** Says of what was added for a candidate so far that it should have been so many times that. */
  void scale(Signal signal, int place, double factor) {
    float before = sums[signal.column()][place];
    sums[signal.column()][place] = (float) (before * factor);
    masses[signal.column()] += before * (factor - 1);
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

  public int size() {
    return items.size();
  }

  public int item(int place) {
    return items.number(place);
  }
}
