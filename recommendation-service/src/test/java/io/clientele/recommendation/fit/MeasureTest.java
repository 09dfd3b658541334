package io.clientele.recommendation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

  @Test
  void qualityIsTheMeanOverQueries() {
    Measure measure = of(1, .5, 0, 0);

    assertThat(measure.quality().hitRate()).isEqualTo(50);
    assertThat(measure.quality().meanReciprocalRank()).isEqualTo(37.5);
    assertThat(measure.quality().queries()).isEqualTo(4);
    assertThat(new Measure().quality().hitRate()).isZero();
  }

  @Test
  void betterIsWhoRanksTheNextItemHigher() {
    Measure higher = of(1, 1, 1, 1, 1);
    Measure lower = of(.5, .5, .5, .5, .5);

    assertThat(higher.isBetterThan(lower)).isTrue();
    assertThat(lower.isBetterThan(lower)).isFalse();
    assertThat(lower.isBetterThan(higher)).isFalse();
  }

  @Test
  void whoIsHigherByChanceIsNotBetter() {
    assertThat(of(1, .5, .5).isBetterThan(of(.5, .5, .5))).isFalse();
  }

  @Test
  void whoLosesMoreHitsThanByChanceIsNotBetter() {
    Measure bold = of(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
    Measure steady = of(.05, .05, .05, .05, .05, .05, .05, .05, .05, .05, .05);

    assertThat(bold.isBetterThan(steady)).isFalse(); // five hits fewer; 1.96 · √5 = 4.4
  }

  private static Measure of(double... reciprocals) {
    Measure measure = new Measure();
    for (double reciprocal : reciprocals) {
      measure.add(reciprocal);
    }
    return measure;
  }
}
