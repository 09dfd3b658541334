package io.clientele.recommendation.memory;

/**
 * What the sessions of a {@link Posting} that can be read weigh together, older ones less. Whole
 * numbers, so that what was added can be taken away again without a trace.
 *
 * @param slow by {@link HalfLives#slow}, as of the landmark, see {@link HalfLives#slowAt}
 * @param recent by {@link HalfLives#recent}, likewise
 */
public record Weights(HalfLives by, long slow, long recent) {

  static final Weights NONE = none(HalfLives.of(0, 0, 0));

  static Weights none(HalfLives by) {
    return new Weights(by, 0, 0);
  }

  /** Of the newest of these entries. */
  static Weights of(long[] entries, HalfLives by) {
    long slow = 0;
    long recent = 0;
    for (int at = Math.max(0, entries.length - Posting.VISIBLE); at < entries.length; at++) {
      long seconds = Posting.secondsOf(entries[at]);
      slow += by.slowWeight(seconds);
      recent += by.recentWeight(seconds);
    }
    return new Weights(by, slow, recent);
  }

  /** These and so many times a session. */
  Weights plus(int times, long entry) {
    long seconds = Posting.secondsOf(entry);
    return new Weights(
        by, slow + times * by.slowWeight(seconds), recent + times * by.recentWeight(seconds));
  }
}
