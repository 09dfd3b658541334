package io.clientele.recommendation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final List<long[]> SESSIONS =
      LongStream.range(0, 2_000).mapToObj(ChoiceTest::ofThreeSteps).toList();

  @Test
  void everyStepButTheFirstIsToBeForetold() {
    assertThat(Choice.count(SESSIONS)).isEqualTo(4_000);
    assertThat(chosen(Choice.of(4_000, SESSIONS))).isEqualTo(4_000);
    assertThat(chosen(Choice.of(9_999, SESSIONS))).isEqualTo(4_000);
  }

  @Test
  void aboutAsManyAreChosenAsThereMayBe() {
    assertThat(chosen(Choice.of(1_000, SESSIONS))).isCloseTo(1_000, within(90L)); // 3 deviations
  }

  @Test
  void nothingIsChosenOfNothing() {
    assertThat(Choice.count(List.of())).isZero();
    assertThat(chosen(Choice.of(0, SESSIONS))).isZero();
  }

  private static long chosen(Choice choice) {
    return SESSIONS.stream()
        .flatMapToInt(session -> IntStream.of(1, 2).filter(step -> choice.has(session, step)))
        .count();
  }

  /** As Steps lays them out: three numbers ahead, two for each step. */
  private static long[] ofThreeSteps(long key) {
    long[] steps = new long[9];
    steps[0] = key;
    return steps;
  }
}
