package io.clientele.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MbgNbdTest {

  private static final MbgNbd MODEL = MbgNbd.CDNOW;

  @Test
  void probabilitiesOfBeingAliveAreThePublishedOnes() {
    assertThat(MODEL.alive(2, 30.43, 38.86)).isCloseTo(.7061, within(5e-5));
    assertThat(MODEL.alive(0, 0, 38.86)).isCloseTo(.3897, within(5e-5));
  }

  @Test
  void buyingIsBeingAliveAndNotWaitingLongerThanTheHorizon() {
    double noneIn26Weeks = Math.pow((6.1831 + 38.86) / (6.1831 + 38.86 + 26), .5248 + 2);

    assertThat(MODEL.buysWithin(26, 2, 30.43, 38.86))
        .isCloseTo(.7061 * (1 - noneIn26Weeks), within(5e-5));
  }

  @Test
  void tenThousandPurchasesAndAThousandYearsStayProbabilities() {
    assertThat(MODEL.buysWithin(26, 10_000, 1_500, 1_500)).isBetween(.99, 1.0);
    assertThat(MODEL.buysWithin(26, 10_000, 10, 52_000)).isZero();
    assertThat(MODEL.buysWithin(26, 0, 0, 52_000)).isBetween(0.0, .001);
  }

  @Test
  void parametersMustBePositive() {
    assertThatThrownBy(() -> new MbgNbd(0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MbgNbd(1, Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void buyingNeverBecomesLikelierWhileNothingHappens(
      @ForAll @IntRange(max = 500) int repeats,
      @ForAll @DoubleRange(max = 200) double last,
      @ForAll @DoubleRange(max = 300) double silence,
      @ForAll @DoubleRange(min = .01, max = 100) double more) {
    double sooner = MODEL.buysWithin(26, repeats, last, last + silence);

    assertThat(MODEL.buysWithin(26, repeats, last, last + silence + more))
        .isLessThanOrEqualTo(sooner);
  }
}
