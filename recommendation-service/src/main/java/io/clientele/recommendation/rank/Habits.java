package io.clientele.recommendation.rank;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.memory.Usage;
import io.clientele.recommendation.source.SessionAtHand;

/**
 * The sessions that have an item, and what they do with it, but for the asker's own: a session that
 * is in the index already must see of itself what it will see of it in a fit, nothing.
 *
 * @param slow sessions, older ones less, as of now
 * @param recent the same with the recent half-life
 * @param oldest when the oldest one read of it ended, in seconds since 1970
 * @param newest when the newest one did
 */
record Habits(int sessions, Usage usage, double slow, double recent, long oldest, long newest) {

  /** Null where there are none. */
  static Habits of(Posting posting, int item, SessionAtHand asker, HalfLives by, double now) {
    if (posting.size() == 0) {
      return null;
    }
    int sessions = posting.frequency();
    int first = 0;
    Usage usage = posting.usage();
    long slow = posting.weights(by).slow();
    long recent = posting.weights(by).recent();
    long oldest = posting.seconds(posting.size() - 1);
    for (int i = asker.own().size() - 1; i >= 0; i--) { // the newest first
      long[] own = asker.own().get(i);
      if (Steps.lastOf(own, item) >= 0) {
        long ended = Steps.millis(own, Steps.count(own) - 1) / 1000;
        sessions--;
        usage = usage.less(own, item);
        slow -= ended < oldest ? 0 : by.slowWeight(ended);
        recent -= ended < oldest ? 0 : by.recentWeight(ended);
        first += first < posting.size() && posting.seconds(first) == ended ? 1 : 0;
      }
    }
    if (sessions <= 0 || first == posting.size()) {
      return null;
    }
    return new Habits(
        sessions,
        usage,
        by.slowAt(now, Math.max(0, slow)),
        by.recentAt(now, Math.max(0, recent)),
        oldest,
        posting.seconds(first));
  }
}
