package io.clientele.recommendation.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RankerModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearTest {

  @Test
  void inputsAreWeighedByTheLengthOfTheSession() {
    float[][] weights = new float[Inputs.BUCKET_COUNT][Inputs.COUNT];
    int isNewest = Inputs.COUNT - 4;
    weights[0][isNewest] = 3;
    weights[1][isNewest] = -3;
    Linear linear = new Linear(new RankerModel.Linear(new float[Inputs.COUNT], ones(), weights));

    assertThat(scores(linear, 1)).containsExactly(3, 0);
    assertThat(scores(linear, 2)).containsExactly(-3, 0);
    assertThat(scores(linear, 40)).containsExactly(0, 0);
  }

  @Test
  void modelOfOtherInputsIsRefused() {
    float[][] weights = new float[Inputs.BUCKET_COUNT][Inputs.COUNT + 1];

    assertThatThrownBy(
            () -> new Linear(new RankerModel.Linear(new float[Inputs.COUNT], ones(), weights)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of the newest item and of one that is not in the session. */
  private static float[] scores(Linear linear, int length) {
    FeatureMatrix rows = new FeatureMatrix(Feature.count());
    rows.begin(2);
    rows.set(1, Feature.DISTANCE.column(), -1);
    for (int row = 0; row < 2; row++) {
      rows.set(row, Feature.LENGTH.column(), length);
    }
    float[] scores = new float[2];
    linear.score(rows, scores);
    return scores;
  }

  private static float[] ones() {
    float[] ones = new float[Inputs.COUNT];
    Arrays.fill(ones, 1);
    return ones;
  }
}
