package io.clientele.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class LoadCaseTest {

  @Test
  void treesAreAskedAtTwoRatesBesideTheLinearRanker() {
    assertThat(LoadCase.of(EnumSet.allOf(Ranker.class)))
        .extracting(LoadCase::name)
        .containsExactly("linear", "full", "full1000");
  }

  @Test
  void blendIsMeasuredWhereNothingHasBeenLearned() {
    assertThat(LoadCase.of(EnumSet.of(Ranker.BLEND)))
        .extracting(LoadCase::name)
        .containsExactly("blend");
  }

  @Test
  void rankersThatAreNotThereAreLeftOut() {
    assertThat(LoadCase.of(EnumSet.of(Ranker.BLEND, Ranker.LINEAR)))
        .extracting(LoadCase::name)
        .containsExactly("linear");
  }
}
