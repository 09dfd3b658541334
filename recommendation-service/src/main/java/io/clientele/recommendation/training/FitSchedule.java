package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the ranker is to learn by itself: where it never did, after some time, or when there is much
 * more to learn from.
 */
public final class FitSchedule {

  /** A quarter more sessions. */
  private static final double MUCH_MORE = 1.25;

  /** However fast the shop grows. */
  private static final Duration LEAST_PAUSE = Duration.ofHours(1);

  /** Where there was too little; then finding out costs next to nothing. */
  private static final Duration SHORT_PAUSE = Duration.ofMinutes(5);

  private final Duration every;
  private final int mostSessions;
  private volatile Attempt last;

  /**
   * The last time that it learned, or tried to.
   *
   * @param sessions how many the shop had
   */
  record Attempt(Instant at, int sessions, End end) {

    /** How it ended. */
    enum End {
      LEARNED,
      TOO_LITTLE,
      FAILED
    }
  }

  /**
   * A schedule.
   *
   * @param every at least so often; zero for never
   * @param mostSessions of how many it learns at most: more make no difference
   */
  public FitSchedule(Duration every, int mostSessions) {
    if (every.isNegative()) {
      throw new IllegalArgumentException("a fit every " + every);
    }
    this.every = every;
    this.mostSessions = mostSessions;
  }

  void note(Attempt attempt) {
    last = attempt;
  }

  /**
   * Whether it is time.
   *
   * @param serving the model that serves, which another instance may have made
   * @param sessions how many the shop has
   */
  boolean isDue(Optional<RankerModel> serving, int sessions, Instant now) {
    if (every.isZero()) {
      return false;
    }
    Attempt before = newest(serving);
    if (before == null) {
      return true;
    }
    Duration since = Duration.between(before.at, now);
    if (since.compareTo(pause(before)) >= 0) {
      return true;
    }
    Duration least = before.end == Attempt.End.TOO_LITTLE ? SHORT_PAUSE : LEAST_PAUSE;
    int counting = Math.min(sessions, mostSessions);
    return since.compareTo(least) >= 0 && counting >= Math.max(1, MUCH_MORE * before.sessions);
  }

  /** When it learns again at the latest; none where it does so at once, or never. */
  Optional<Instant> next(Optional<RankerModel> serving) {
    Attempt before = newest(serving);
    return every.isZero() || before == null
        ? Optional.empty()
        : Optional.of(before.at.plus(pause(before)));
  }

  private Duration pause(Attempt before) {
    boolean again = before.end == Attempt.End.FAILED && every.compareTo(LEAST_PAUSE) > 0;
    return again ? LEAST_PAUSE : every;
  }

  private Attempt newest(Optional<RankerModel> serving) {
    Attempt own = last;
    Attempt made =
        serving
            .map(m -> new Attempt(m.trainedAt(), m.data().sessions(), Attempt.End.LEARNED))
            .orElse(null);
    boolean isOwn = made == null || (own != null && !own.at.isBefore(made.at));
    return isOwn ? own : made;
  }
}
