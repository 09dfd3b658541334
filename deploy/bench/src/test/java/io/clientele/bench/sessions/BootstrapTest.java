package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class BootstrapTest {

  @Test
  void oneSessionSaysNothingAboutOthersSoItsIntervalIsEmpty() {
    Estimate estimate = new Bootstrap(new int[] {0, 0, 0}, 100, 1).mean(new double[] {0, 1, 1});

    assertThat(estimate.mean()).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(estimate.halfWidth()).isZero();
  }

  /** Both are the first in a quarter of the resamples, and the second in another one. */
  @Test
  void twoSessionsThatDisagreeGiveAllThatIsPossible() {
    Estimate estimate = new Bootstrap(new int[] {0, 1}, 2_000, 1).mean(new double[] {0, 1});

    assertThat(estimate.mean()).isEqualTo(.5);
    assertThat(estimate.halfWidth()).isEqualTo(.5);
  }

  @Test
  void queriesOfOneSessionGoTogether() {
    double[] values = new double[400];
    int[] alone = new int[values.length];
    int[] together = new int[values.length];
    for (int query = 0; query < values.length; query++) {
      alone[query] = query;
      together[query] = query / 4;
      values[query] = query / 4 % 2;
    }

    // The standard error of a share of one half: .5 / √n, 1.96 of them to each side.
    assertThat(new Bootstrap(alone, 2_000, 1).mean(values).halfWidth())
        .isEqualTo(1.96 * .5 / Math.sqrt(400), within(.004));
    assertThat(new Bootstrap(together, 2_000, 1).mean(values).halfWidth())
        .isEqualTo(1.96 * .5 / Math.sqrt(100), within(.008));
  }

  @Test
  void longSessionsCountByTheirQueries() {
    Estimate estimate =
        new Bootstrap(new int[] {0, 0, 0, 2}, 2_000, 1).mean(new double[] {1, 1, 1, 0});

    assertThat(estimate.mean()).isEqualTo(.75);
    assertThat(estimate.halfWidth()).isEqualTo(.5);
  }

  @Test
  void sameSeedGivesTheSameInterval() {
    double[] values = {1, 0, .5, 0, 1};
    int[] sessions = {0, 1, 1, 2, 3};

    assertThat(new Bootstrap(sessions, 50, 3).mean(values))
        .isEqualTo(new Bootstrap(sessions, 50, 3).mean(values));
  }
}
