package io.clientele.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SidesTest {

  @Test
  void whoBeginsChangesFromRoundToRound() throws Exception {
    List<String> order = new ArrayList<>();

    Sides.alternate(3, () -> order.add("ours"), () -> order.add("theirs"));

    assertThat(order).containsExactly("ours", "theirs", "theirs", "ours", "ours", "theirs");
  }

  @Test
  void ratioIsTheMedianOfTheRoundsOwnRatios() {
    List<Sides<Double, Double>> rounds =
        List.of(new Sides<>(1.0, 4.0), new Sides<>(10.0, 20.0), new Sides<>(3.0, 4.0));

    assertThat(Sides.of(rounds, (ours, theirs) -> ours / theirs))
        .isEqualTo(new Spread(0.5, 0.25, 0.75));
  }
}
