package io.clientele.profile.preference;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment counted in half-lives since 1970, whole ones and the rest: forward decay (Cormode et al.
 * 2009, ICDE) whose landmark moves by whole half-lives, so that moving it is a change of the binary
 * exponent, which is exact, and no weight between 1900 and 2200 overflows.
 *
 * @param whole how many
 * @param rest 0 or more, less than 1
 */
record HalfLives(int whole, double rest) {

  /**
   * What a contact counts half after. About the time between two visits of a customer who shops
   * once a month; a taste that is not confirmed for a year counts 1/4096.
   */
  static final Duration HALF_LIFE = Duration.ofDays(30);

  static HalfLives at(Instant time) {
    long millis = time.toEpochMilli();
    long halfLife = HALF_LIFE.toMillis();
    return new HalfLives(
        (int) Math.floorDiv(millis, halfLife), (double) Math.floorMod(millis, halfLife) / halfLife);
  }

  /** 1 at a whole half-life and nearly 2 just before the next; the same on every machine. */
  double growth() {
    return StrictMath.pow(2, rest);
  }
}
