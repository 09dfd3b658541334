package io.clientele.recommendation.log;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the log has been read.
 *
 * @param caughtUp whether what the log held at the start has been read
 * @param lag how many offsets are still to read, transaction markers included; empty until known
 * @param problem why reading stands still, if it does
 * @param dead whether reading will not go on
 */
public record Progress(boolean caughtUp, OptionalLong lag, Optional<String> problem, boolean dead) {

  static final Progress NOTHING_READ =
      new Progress(false, OptionalLong.empty(), Optional.empty(), false);

  Progress at(boolean everCaughtUp, long currentLag) {
    return new Progress(
        caughtUp || everCaughtUp, OptionalLong.of(currentLag), Optional.empty(), false);
  }

  Progress interrupted(String why) {
    return new Progress(caughtUp, lag, Optional.of(why), false);
  }

  Progress failed(String why) {
    return new Progress(caughtUp, lag, Optional.of(why), true);
  }
}
