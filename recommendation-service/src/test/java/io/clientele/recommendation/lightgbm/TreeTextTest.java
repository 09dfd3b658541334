package io.clientele.recommendation.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Trees;
import org.junit.jupiter.api.Test;

final class TreeTextTest {

  private static final String MODEL =
      """
      tree
      version=v4
      num_class=1
      max_feature_idx=1
      objective=lambdarank

      Tree=0
      num_leaves=3
      num_cat=0
      split_feature=0 1
      threshold=0.1 5.0000000000000009
      decision_type=2 2
      left_child=-1 -2
      right_child=1 -3
      leaf_value=10 20 30
      shrinkage=0.08

      Tree=1
      num_leaves=1
      num_cat=0
      leaf_value=0.25
      shrinkage=1


      end of trees

      feature_importances:
      Column_0=1
      """;

  @Test
  void treesAreThoseOfTheText() {
    Trees trees = trees();

    assertThat(trees.count()).isEqualTo(2);
    assertThat(score(trees, 0, 0)).isEqualTo(10.25f);
    assertThat(score(trees, 1, 5)).isEqualTo(20.25f);
    assertThat(score(trees, 1, 6)).isEqualTo(30.25f);
  }

  @Test
  void thresholdBetweenTwoFloatsIsTheLowerOne() {
    // The float next to 0.1 is above it, so LightGBM sends it to the right.
    assertThat(score(trees(), 0.1f, 0)).isEqualTo(20.25f);
    assertThat(score(trees(), Math.nextDown(0.1f), 0)).isEqualTo(10.25f);
  }

  @Test
  void whatTreesCannotDoIsRefused() {
    assertRefused("decision_type=2 2", "decision_type=2 1", "other than by a threshold");
    assertRefused("decision_type=2 2", "decision_type=6 2", "other than by a threshold");
    assertRefused("num_class=1", "average_output", "averaged");
    assertRefused("num_cat=0", "is_linear=1", "linear");
    assertRefused("threshold=0.1 5.0000000000000009", "threshold=0.1", "inner nodes");
  }

  private static Trees trees() {
    return new Trees(TreeText.parse(MODEL), 2);
  }

  private static void assertRefused(String line, String instead, String why) {
    assertThatThrownBy(() -> TreeText.parse(MODEL.replace(line, instead)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static float score(Trees trees, float first, float second) {
    FeatureMatrix rows = new FeatureMatrix(2);
    rows.begin(1);
    rows.set(0, 0, first);
    rows.set(0, 1, second);
    float[] score = new float[1];
    trees.score(rows, score);
    return score[0];
  }
}
