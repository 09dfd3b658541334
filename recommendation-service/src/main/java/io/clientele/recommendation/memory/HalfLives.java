package io.clientele.recommendation.memory;

/**
 * How fast the shop forgets, in seconds: counted in sessions, so that a small shop remembers
 * longer. In steps of a quarter of an octave, so that they, and all that is computed by them,
 * seldom change.
 *
 * <p>What sessions weigh is summed up in whole numbers, {@link #UNIT} for one of the landmark:
 * their sum is the same in whatever order they are added and taken away.
 *
 * @param slow after which a session counts half: 60,000 sessions (models.md, Hf)
 * @param recent the same for what is popular just now: 3,000 sessions
 * @param landmark the moment that weights are as of, in seconds since 1970; moves seldom
 */
public record HalfLives(double slow, double recent, double landmark) {

  /** A thousand sessions at their most still fit into a long. */
  private static final double UNIT = 1L << 36;

  /** How far the landmark may lie behind the newest session, in recent half-lives. */
  private static final double LANDMARK_EVERY = 16;

  /** A session that lies further ahead weighs no more; the landmark is about to move. */
  private static final double MOST = 1 << 17;

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
   * @param newestSeconds when the latter was, since 1970
   */
  static HalfLives of(int sessions, double spanSeconds, double newestSeconds) {
    double pace = sessions < FEW_SESSIONS ? FEW_PACE : spanSeconds / sessions;
    double recent = rounded(RECENT_SESSIONS * pace);
    double every = LANDMARK_EVERY * recent;
    double landmark = Math.floor(newestSeconds / every) * every;
    return new HalfLives(rounded(SLOW_SESSIONS * pace), recent, landmark);
  }

  /** What a session of some moment weighs by the slow half-life, as of the landmark. */
  public long slowWeight(long seconds) {
    return weight(seconds, slow);
  }

  /** The same by the recent one. */
  public long recentWeight(long seconds) {
    return weight(seconds, recent);
  }

  private long weight(long seconds, double halfLife) {
    return Math.round(UNIT * Math.min(MOST, factor(landmark - seconds, halfLife)));
  }

  /** How many sessions of a moment weigh as much by the slow half-life. */
  public double slowAt(double seconds, long weight) {
    return weight / UNIT * factor(seconds - landmark, slow);
  }

  /** The same by the recent one. */
  public double recentAt(double seconds, long weight) {
    return weight / UNIT * factor(seconds - landmark, recent);
  }

  private static double rounded(double seconds) {
    double within = Math.max(HOUR, Math.min(YEAR, seconds));
    double octaves = Math.log(within) / Math.log(2);
    return Math.pow(2, Math.round(octaves * STEPS_AN_OCTAVE) / STEPS_AN_OCTAVE);
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
