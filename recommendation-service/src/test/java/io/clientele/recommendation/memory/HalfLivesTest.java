package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HalfLivesTest {

  private static final double DAY = 86_400;
  private static final double WEEK = 7 * DAY;
  private static final long NOW = 1_790_000_000;

  @Test
  void sixtyThousandSessionsTakeAsLongAsTheShopsPaceSays() {
    HalfLives halfLives = HalfLives.of(120_000, WEEK, NOW);

    assertThat(halfLives.slow()).isCloseTo(WEEK / 2, Percentage.withPercentage(10));
    assertThat(halfLives.recent()).isCloseTo(WEEK / 40, Percentage.withPercentage(10));
  }

  @Test
  void theyAreTheSameForNearlyTheSamePace() {
    assertThat(HalfLives.of(120_000, WEEK, NOW))
        .isEqualTo(HalfLives.of(120_100, WEEK + 600, NOW + 600));
  }

  @Test
  void theyLieBetweenAnHourAndAYear() {
    assertThat(HalfLives.of(5_000_000, 1, NOW).recent())
        .isCloseTo(3_600, Percentage.withPercentage(10));
    assertThat(HalfLives.of(2_000, 3650 * DAY, NOW).slow())
        .isCloseTo(365 * DAY, Percentage.withPercentage(10));
  }

  @Test
  void halfRemainsAfterOneAndTwiceAsMuchWasThereBefore() {
    assertThat(HalfLives.factor(100, 100)).isCloseTo(.5, within(1e-12));
    assertThat(HalfLives.factor(-100, 100)).isCloseTo(2, within(1e-12));
  }

  @Test
  void weightsAreAsOfALandmarkAndMeanSessionsOfAnyMoment() {
    HalfLives halfLives = HalfLives.of(120_000, WEEK, NOW);
    long then = NOW - Math.round(halfLives.slow());

    assertThat(NOW - halfLives.landmark()).isBetween(0.0, 16 * halfLives.recent());
    assertThat(halfLives.slowAt(NOW, halfLives.slowWeight(NOW))).isCloseTo(1, within(1e-3));
    assertThat(halfLives.slowAt(NOW, halfLives.slowWeight(then))).isCloseTo(.5, within(1e-3));
    assertThat(halfLives.recentAt(NOW, halfLives.recentWeight(NOW))).isCloseTo(1, within(1e-3));
  }

  @Test
  void aThousandSessionsThatLieFarAheadDoNotOverflow() {
    long ahead = HalfLives.of(120_000, WEEK, NOW).recentWeight(NOW + 100 * 365 * 86_400L);

    assertThat(Math.multiplyExact(ahead, Posting.VISIBLE)).isPositive();
  }
}
