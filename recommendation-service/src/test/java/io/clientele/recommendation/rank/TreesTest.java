package io.clientele.recommendation.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RankerModel.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TreesTest {

  /** Left of 1 in column 0: 10; else left of 5 in column 1: 20, else 30. */
  private static final Tree TREE =
      new Tree(
          new int[] {0, 1},
          new float[] {1, 5},
          new int[] {~0, ~1},
          new int[] {1, ~2},
          new float[] {10, 20, 30});

  private static final Tree CONSTANT =
      new Tree(new int[0], new float[0], new int[0], new int[0], new float[] {.5f});

  @Test
  void rowGoesLeftUpToTheThreshold() {
    Trees trees = new Trees(List.of(TREE), 2);

    assertThat(scores(trees, 1, 9)).containsExactly(10);
    assertThat(scores(trees, Math.nextUp(1f), 5)).containsExactly(20);
    assertThat(scores(trees, 2, 6)).containsExactly(30);
  }

  @Test
  void treesAddUp() {
    Trees trees = new Trees(List.of(CONSTANT, TREE, TREE, CONSTANT), 2);

    assertThat(scores(trees, 0, 0, 2, 6)).containsExactly(21, 61);
  }

  @Test
  void noTreesScoreNothing() {
    assertThat(scores(new Trees(List.of(), 2), 1, 1)).containsExactly(0);
  }

  @Test
  void matrixThatIsUsedAgainHasForgottenItsRows() {
    FeatureMatrix rows = new FeatureMatrix(2);
    rows.begin(2);
    rows.set(1, 1, 7);
    rows.begin(2);

    assertThat(rows.get(1, 1)).isZero();
  }

  @Test
  void treeThatGoesRoundInCirclesIsRefused() {
    assertThatThrownBy(
            () ->
                new Tree(
                    new int[] {0}, new float[] {1}, new int[] {0}, new int[] {~0}, new float[2]))
        .hasMessageContaining("no child 0");
  }

  @Test
  void treeThatLooksElsewhereIsRefused() {
    assertThatThrownBy(() -> new Trees(List.of(TREE), 1)).hasMessageContaining("no feature 1");
  }

  private static float[] scores(Trees trees, float... values) {
    FeatureMatrix rows = new FeatureMatrix(2);
    rows.begin(values.length / 2);
    for (int i = 0; i < values.length; i++) {
      rows.set(i / 2, i % 2, values[i]);
    }
    float[] scores = new float[rows.rows()];
    trees.score(rows, scores);
    return scores;
  }
}
