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

  /** Of the newest of these. */
  static Weights of(Entries entries, HalfLives by) {
    Weights sum = none(by);
    for (int at = Math.max(0, entries.size() - Posting.VISIBLE); at < entries.size(); at++) {
      sum = sum.plus(1, entries.get(at));
    }
    return sum;
  }

  /** When the one at a place leaves these entries. */
  Weights less(Entries entries, int place) {
    int first = entries.size() - Posting.VISIBLE;
    if (place < first) {
      return this;
    }
    Weights less = plus(-1, entries.get(place));
    return first > 0 ? less.plus(1, entries.get(first - 1)) : less;
  }

  /** When another one comes to a place of these entries. */
  Weights more(Entries entries, int place, long entry) {
    int first = entries.size() - Posting.VISIBLE;
    if (place <= first) {
      return this;
    }
    Weights more = plus(1, entry);
    return first >= 0 ? more.plus(-1, entries.get(first)) : more;
  }

  /** These and so many times a session. */
  private Weights plus(int times, long entry) {
    long seconds = Posting.secondsOf(entry);
    return new Weights(
        by, slow + times * by.slowWeight(seconds), recent + times * by.recentWeight(seconds));
  }
}
