package io.clientele.recommendation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final List<Walk> WALKS =
      LongStream.range(0, 2_000).mapToObj(ChoiceTest::ofThreeSteps).toList();

  @Test
  void everyStepButTheFirstIsToBeForetold() {
    assertThat(Choice.count(WALKS)).isEqualTo(4_000);
    assertThat(chosen(Choice.of(4_000, WALKS))).isEqualTo(4_000);
    assertThat(chosen(Choice.of(9_999, WALKS))).isEqualTo(4_000);
  }

  @Test
  void aboutAsManyAreChosenAsThereMayBe() {
    assertThat(chosen(Choice.of(1_000, WALKS))).isCloseTo(1_000, within(90L)); // 3 deviations
  }

  @Test
  void nothingIsChosenOfNothing() {
    assertThat(Choice.count(List.of())).isZero();
    assertThat(chosen(Choice.of(0, WALKS))).isZero();
  }

  private static long chosen(Choice choice) {
    return WALKS.stream()
        .flatMapToInt(walk -> IntStream.of(1, 2).filter(step -> choice.has(walk.steps(), step)))
        .count();
  }

  /** As Steps lays them out: three numbers ahead, two for each step, of which one has the time. */
  private static Walk ofThreeSteps(long key) {
    long second = 1_000L << 20;
    long[] steps = {key, 0, 0, 0, 0, second, 1, 2 * second, 2};
    return new Walk(steps, List.of("a", "b", "c"));
  }
}
