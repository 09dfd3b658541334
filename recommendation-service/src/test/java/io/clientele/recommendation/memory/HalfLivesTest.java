package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HalfLivesTest {

  private static final double DAY = 86_400;
  private static final double WEEK = 7 * DAY;

  @Test
  void sixtyThousandSessionsTakeAsLongAsTheShopsPaceSays() {
    HalfLives halfLives = HalfLives.of(120_000, WEEK);

    assertThat(halfLives.slow()).isCloseTo(WEEK / 2, Percentage.withPercentage(10));
    assertThat(halfLives.recent()).isCloseTo(WEEK / 40, Percentage.withPercentage(10));
  }

  @Test
  void theyAreTheSameForNearlyTheSamePace() {
    assertThat(HalfLives.of(120_000, WEEK)).isEqualTo(HalfLives.of(120_100, WEEK + 600));
  }

  @Test
  void theyLieBetweenAnHourAndAYear() {
    assertThat(HalfLives.of(5_000_000, 1).recent()).isCloseTo(3_600, Percentage.withPercentage(10));
    assertThat(HalfLives.of(2_000, 3650 * DAY).slow())
        .isCloseTo(365 * DAY, Percentage.withPercentage(10));
  }

  @Test
  void halfRemainsAfterOneAndTwiceAsMuchWasThereBefore() {
    assertThat(HalfLives.factor(100, 100)).isCloseTo(.5, within(1e-12));
    assertThat(HalfLives.factor(-100, 100)).isCloseTo(2, within(1e-12));
  }
}
