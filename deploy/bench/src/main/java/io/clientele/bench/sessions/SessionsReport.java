package io.clientele.bench.sessions;

import io.clientele.bench.report.Machine;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that {@code evaluate sessions} has measured; what {@code sessions.json} holds, in percent.
 */
public record SessionsReport(
    String date,
    String commit,
    Machine machine,
    Settings settings,
    SetReport yoochoose,
    SetReport serenade) {

  /** Whether the running service, where it was asked, serves what was evaluated. */
  public boolean isSound() {
    return Stream.of(yoochoose.http(), serenade.http())
        .filter(Objects::nonNull)
        .allMatch(HttpReport::isSound);
  }

  /**
   * How it was measured.
   *
   * @param validation whether parameters may be chosen by it: no query of a test part was asked
   * @param every of YooChoose's queries: 1 where all were asked, 20 for every twentieth
   */
  public record Settings(boolean validation, int every, int resamples, long seed) {

    /** With the resamples that are always drawn. */
    public Settings(boolean validation, int every) {
      this(validation, every, Figures.RESAMPLES, Figures.SEED);
    }
  }
}
