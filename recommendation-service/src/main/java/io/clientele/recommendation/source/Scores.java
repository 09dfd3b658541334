package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import java.util.Arrays;

/** How much each {@link Signal} speaks for each candidate of one query; used again for the next. */
public final class Scores {

  private static final int SIGNALS = Signal.values().length;
  private static final int USUAL = 1 << 11;
  private static final double UNKNOWN = -1;

  private final Places items = new Places(USUAL);
  private final float[][] amounts = new float[SIGNALS][USUAL];
  private final double[] masses = new double[SIGNALS];
  private Posting[] postings = new Posting[USUAL];
  private int looked;

  /** Forgets the query before. */
  public void begin() {
    for (float[] column : amounts) {
      Arrays.fill(column, 0, items.size(), 0);
    }
    Arrays.fill(masses, UNKNOWN);
    looked = 0;
    items.clear();
  }

  /** The candidate's place, a new one where it has none yet. */
  public int place(int item) {
    int place = items.place(item);
    if (place == amounts[0].length) {
      for (int signal = 0; signal < SIGNALS; signal++) {
        amounts[signal] = Arrays.copyOf(amounts[signal], 2 * place);
      }
    }
    return place;
  }

  /** Where the candidate is, or −1. */
  public int find(int item) {
    return items.find(item);
  }

  /**
   * Speaks for the candidate at a place; amounts are not negative and have any unit. All of them
   * come before the first question.
   */
  public void add(Signal signal, int place, double amount) {
    amounts[signal.column()][place] += (float) amount;
  }

  /** Says of what was added for a candidate so far that it should have been so many times that. */
  void scale(Signal signal, int place, double factor) {
    amounts[signal.column()][place] *= (float) factor;
  }

  /** What was added. */
  public float raw(Signal signal, int place) {
    return amounts[signal.column()][place];
  }

  /** What the signal added for all candidates. */
  public double mass(Signal signal) {
    int column = signal.column();
    if (masses[column] == UNKNOWN) {
      masses[column] = sum(amounts[column], size());
    }
    return masses[column];
  }

  /** By four sums, of which the processor adds to one without waiting for the others. */
  private static double sum(float[] values, int size) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int at = 0;
    for (; at + 4 <= size; at += 4) {
      first += values[at];
      second += values[at + 1];
      third += values[at + 2];
      fourth += values[at + 3];
    }
    for (; at < size; at++) {
      first += values[at];
    }
    return first + second + (third + fourth);
  }

  /** Of all that the signal says, how much is for this candidate, 0 to 1. */
  public double share(Signal signal, int place) {
    double mass = mass(signal);
    return mass == 0 ? 0 : amounts[signal.column()][place] / mass;
  }

  /** Adds each candidate's share, so many times, to what it has in an array by place. */
  public void addShares(Signal signal, double weight, double[] to) {
    double mass = mass(signal);
    if (mass == 0) {
      return;
    }
    float[] column = amounts[signal.column()];
    double factor = weight / mass;
    for (int place = 0; place < to.length; place++) {
      to[place] += factor * column[place];
    }
  }

  /**
   * The newest sessions of each candidate, as of when they were first asked for, by place. All at
   * once, which is faster than one after another, see {@link ShopView#readSessions}.
   */
  public Posting[] postings(ShopView shop) {
    if (postings.length < size()) {
      postings = Arrays.copyOf(postings, 2 * size());
    }
    for (; looked < size(); looked++) {
      postings[looked] = shop.posting(item(looked));
    }
    return postings;
  }

  public int size() {
    return items.size();
  }

  public int item(int place) {
    return items.number(place);
  }
}
