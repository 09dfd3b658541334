package io.clientele.local.load;

import java.time.Duration;
import java.time.Instant;

/**
 * When the sessions of a file without times took place: spread evenly over a week that ended long
 * enough ago for every session to be over, 10 seconds from step to step.
 *
 * @param begin of the first session
 * @param sessions of the week; those with higher numbers follow after it at the same pace
 */
public record SessionTimes(Instant begin, long sessions) {

  private static final Duration SPREAD = Duration.ofDays(7);
  private static final Duration ENDED_AGO = Duration.ofHours(2);
  private static final Duration STEP = Duration.ofSeconds(10);

  /** Those of a file that is loaded now. */
  public static SessionTimes before(Instant now, long sessions) {
    return new SessionTimes(now.minus(ENDED_AGO).minus(SPREAD), sessions);
  }

  /** What the session of a line is called, and its shopper; lines count from 1. */
  public static String id(long number) {
    return "s" + number;
  }

  /** When a step was taken; positions count from 0. */
  public Instant at(long number, int position) {
    return begin
        .plusMillis(SPREAD.toMillis() * (number - 1) / sessions)
        .plus(STEP.multipliedBy(position));
  }
}
