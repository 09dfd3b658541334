package io.clientele.bench.profile;

import java.time.Duration;

/**
 * Tells from looks at a reader how fast it is. Readers commit ten times a second, so looks between
 * two commits say nothing: the clock runs from the first commit that was seen to the last but one,
 * so that the short one at the end does not count. Where there were too few, it runs from the
 * start.
 */
final class DrainClock {

  /**
   * What was seen at one time.
   *
   * @param left how many records were still to be committed
   * @param cpu that the reader had used
   */
  record Look(long nanos, long left, Duration cpu) {}

  private final Look start;
  private Look first;
  private Look lastButOne;
  private Look last;

  /**
   * @param start everything is left
   */
  DrainClock(Look start) {
    this.start = start;
    this.last = start;
  }

  /** Takes a look; one without a change counts for nothing. Returns whether there was one. */
  boolean see(Look look) {
    if (look.left == last.left) {
      return false;
    }
    if (first == null) {
      first = look;
    }
    lastButOne = last;
    last = look;
    return true;
  }

  boolean isOver() {
    return last.left == 0;
  }

  /** What was worked off between the two ends of the clock. */
  Drained drained() {
    boolean fine = first != null && lastButOne.nanos > first.nanos;
    Look from = fine ? first : start;
    Look to = fine ? lastButOne : last;
    long events = from.left - to.left;
    return new Drained(
        start.left,
        events,
        (to.nanos - from.nanos) / 1e9,
        to.cpu.minus(from.cpu).toNanos() / 1e3 / events);
  }
}
