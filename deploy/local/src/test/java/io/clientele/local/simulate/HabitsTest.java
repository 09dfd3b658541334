package io.clientele.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HabitsTest {

  private final Random random = new Random(7);

  @Test
  void populationHasTheMeansOfTheDistributionsItIsDrawnFrom() {
    List<Habits> people =
        IntStream.range(0, 20_000).mapToObj(index -> Habits.drawn(random, 6)).toList();

    assertThat(people.stream().mapToDouble(Habits::ordersPerWeek).average().orElseThrow())
        .isCloseTo(.5248 / 6.1831, within(.003));
    assertThat(people.stream().mapToDouble(Habits::dropOut).average().orElseThrow())
        .isCloseTo(.8914 / (.8914 + 1.6140), within(.006));
  }

  @Test
  void whoNeverDropsOutOrdersAtTheRate() {
    Habits faithful = new Habits(.5, 0, 1, 0);

    double orders =
        IntStream.range(0, 500)
            .mapToDouble(index -> faithful.orders(random, 52).size() - 1.0)
            .average()
            .orElseThrow();

    assertThat(orders).isCloseTo(26, within(.8));
  }

  @Test
  void orderIsTheLastAsOftenAsTheDropOutSaysTheFirstIncluded() {
    Habits fickle = new Habits(1_000, .25, 1, 0);

    List<Integer> lives =
        IntStream.range(0, 20_000).mapToObj(index -> fickle.orders(random, 1e6).size()).toList();

    assertThat(lives.stream().filter(orders -> orders == 1).count() / 20_000.0)
        .isCloseTo(.25, within(.012));
    assertThat(lives.stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isCloseTo(4, within(.12));
  }

  @Test
  void ordersAreWorthWhatGammaGammaSays() {
    Habits habits = new Habits(1, 0, .25, 0);

    double mean =
        IntStream.range(0, 20_000)
            .mapToDouble(index -> habits.spend(random))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(6.25 / .25, within(.4));
  }
}
