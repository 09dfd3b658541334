package io.clientele.recommendation.memory;

/**
 * How fast the shop forgets, in seconds: counted in sessions, so that a small shop remembers
 * longer. In steps of a quarter of an octave, so that they, and all that is computed by them,
 * seldom change.
 *
 * @param slow after which a session counts half: 60,000 sessions (models.md, Hf)
 * @param recent the same for what is popular just now: 3,000 sessions
 */
public record HalfLives(double slow, double recent) {

  private static final double SLOW_SESSIONS = 60_000;
  private static final double RECENT_SESSIONS = 3_000;
  private static final double STEPS_AN_OCTAVE = 4;
  private static final double HOUR = 3_600;
  private static final double YEAR = 365 * 24 * HOUR;

  /** Beyond that many, a double has no power of two. */
  private static final int MOST_HALF_LIVES = 1_000;

  private static final int POWER_BITS = 12;

  /** Of two, from 0 to 1. */
  private static final double[] POWERS = powers();

  /** Below it a shop's pace says little; then 30 days are 60,000 sessions. */
  private static final int FEW_SESSIONS = 1_000;

  private static final double FEW_PACE = 30 * 24 * HOUR / SLOW_SESSIONS;

  /**
   * Those of a shop.
   *
   * @param spanSeconds from the oldest to the newest session's newest step
   */
  static HalfLives of(int sessions, double spanSeconds) {
    double pace = sessions < FEW_SESSIONS ? FEW_PACE : spanSeconds / sessions;
    return new HalfLives(rounded(SLOW_SESSIONS * pace), rounded(RECENT_SESSIONS * pace));
  }

  private static double rounded(double seconds) {
    double within = Math.max(HOUR, Math.min(YEAR, seconds));
    double octaves = Math.log(within) / Math.log(2);
    return Math.pow(2, Math.round(octaves * STEPS_AN_OCTAVE) / STEPS_AN_OCTAVE);
  }

  /** Whether they are equal, which is asked all the time and nearly always of one object. */
  @SuppressWarnings("ReferenceEquality") // a record's own equals looks at its fields first
  public boolean same(HalfLives other) {
    return this == other || equals(other);
  }

  /** Seconds from one session to the next. */
  public double pace() {
    return slow / SLOW_SESSIONS;
  }

  /**
   * What remains after so many seconds, to the 4,096th of a half-life; above 1 for a time before.
   * Asked for thousands of times a query, so it looks up what it can.
   */
  public static double factor(double seconds, double halfLife) {
    double steps = Math.rint(-seconds / halfLife * POWERS.length);
    if (Math.abs(steps) > MOST_HALF_LIVES * POWERS.length) {
      return seconds > 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    int step = (int) steps;
    double power = POWERS[step & (POWERS.length - 1)];
    return power * Double.longBitsToDouble((long) ((step >> POWER_BITS) + 1023) << 52);
  }

  private static double[] powers() {
    double[] powers = new double[1 << POWER_BITS];
    for (int step = 0; step < powers.length; step++) {
      powers[step] = Math.pow(2, (double) step / powers.length);
    }
    return powers;
  }
}
