package io.clientele.profile.fold;

import java.time.Instant;

/** The earlier and the later of two moments, of which either may be null, not known. */
public final class Moments {

  private Moments() {}

  /** The earlier; the one that is known where only one is. */
  public static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** The later; the one that is known where only one is. */
  public static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
