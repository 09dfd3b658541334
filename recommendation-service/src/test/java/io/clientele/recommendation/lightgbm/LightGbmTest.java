package io.clientele.recommendation.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.ml.lightgbm.PredictionType;
import io.clientele.contract.RankerModel.Tree;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Trees;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LightGbmTest {

  private static final int COLUMNS = 5;
  private static final int CANDIDATES = 20;

  private final LightGbm lightGbm = new LightGbm();
  private final Random random = new Random(3);

  @BeforeEach
  void libraryIsThere() {
    assumeThat(lightGbm.unavailable()).isEmpty();
  }

  @Test
  void treesLearnWhatDecides() {
    Trees trees = new Trees(learned(600), COLUMNS);
    int right = 0;
    for (int query = 0; query < 100; query++) {
      FeatureMatrix rows = random();
      float[] scores = new float[CANDIDATES];
      trees.score(rows, scores);
      right += greatest(scores) == target(rows) ? 1 : 0;
    }

    assertThat(right).isGreaterThan(80); // one in twenty by chance
  }

  @Test
  void ourTreesScoreAsLightGbmDoes() throws LGBMException {
    try (TreeFit.Lesson lesson = lesson(300)) {
      String text = ((LightGbmLesson) lesson).text();
      Trees ours = new Trees(TreeText.parse(text), COLUMNS);
      LGBMBooster theirs = LGBMBooster.loadModelFromString(text);
      for (int query = 0; query < 50; query++) {
        FeatureMatrix rows = random();
        float[] scores = new float[CANDIDATES];
        ours.score(rows, scores);
        for (int row = 0; row < CANDIDATES; row++) {
          float[] values = new float[COLUMNS];
          for (int column = 0; column < COLUMNS; column++) {
            values[column] = rows.get(row, column);
          }
          double expected =
              theirs.predictForMatSingleRow(values, PredictionType.C_API_PREDICT_RAW_SCORE);
          assertThat((double) scores[row]).isCloseTo(expected, within(1e-5));
        }
      }
      theirs.close();
    }
  }

  @Test
  void lessonTakesNoMoreThanThereIsRoomFor() {
    try (TreeFit.Lesson lesson = lightGbm.start(COLUMNS, CANDIDATES)) {
      lesson.add(random(), 0);

      assertThat(lesson.hasRoomFor(1)).isFalse();
      FeatureMatrix more = random();
      assertThatThrownBy(() -> lesson.add(more, 0)).hasMessageContaining("no room");
    }
  }

  private List<Tree> learned(int queries) {
    try (TreeFit.Lesson lesson = lesson(queries)) {
      return lesson.fit();
    }
  }

  private TreeFit.Lesson lesson(int queries) {
    TreeFit.Lesson lesson = lightGbm.start(COLUMNS, queries * CANDIDATES);
    for (int query = 0; query < queries; query++) {
      FeatureMatrix rows = random();
      lesson.add(rows, target(rows));
    }
    return lesson;
  }

  private FeatureMatrix random() {
    FeatureMatrix rows = new FeatureMatrix(COLUMNS);
    rows.begin(CANDIDATES);
    for (int row = 0; row < CANDIDATES; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        rows.set(row, column, random.nextFloat());
      }
    }
    return rows;
  }

  /** The greatest sum of the first column and half of the second. */
  private static int target(FeatureMatrix rows) {
    float[] sums = new float[CANDIDATES];
    for (int row = 0; row < CANDIDATES; row++) {
      sums[row] = rows.get(row, 0) + rows.get(row, 1) / 2;
    }
    return greatest(sums);
  }

  private static int greatest(float[] values) {
    int greatest = 0;
    for (int i = 0; i < values.length; i++) {
      greatest = values[i] > values[greatest] ? i : greatest;
    }
    return greatest;
  }
}
