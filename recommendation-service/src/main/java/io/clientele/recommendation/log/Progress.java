package io.clientele.recommendation.log;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the log has been read.
 *
 * @param caughtUp whether what the log held at the start has been read
 * @param lag how many offsets are still to read, transaction markers included; empty until known
 * @param rebuild how much of what the log held at the start has been read
 * @param problem why reading stands still, if it does
 * @param dead whether reading will not go on
 */
public record Progress(
    boolean caughtUp, OptionalLong lag, Rebuild rebuild, Optional<String> problem, boolean dead) {

  /**
   * Of what the log held at the start.
   *
   * @param read offsets that have been read
   * @param total offsets that there were to read
   */
  public record Rebuild(long read, long total) {

    /** 0 to 100, whole; 100 only once everything was read. */
    public long percent() {
      return total == 0 ? 100 : 100 * read / total;
    }
  }

  static final Progress NOTHING_READ =
      new Progress(false, OptionalLong.empty(), new Rebuild(0, 0), Optional.empty(), false);

  Progress at(boolean everCaughtUp, long currentLag, Rebuild current) {
    return new Progress(
        caughtUp || everCaughtUp, OptionalLong.of(currentLag), current, Optional.empty(), false);
  }

  Progress interrupted(String why) {
    return new Progress(caughtUp, lag, rebuild, Optional.of(why), false);
  }

  Progress failed(String why) {
    return new Progress(caughtUp, lag, rebuild, Optional.of(why), true);
  }
}
