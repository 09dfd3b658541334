package io.clientele.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HighestRateTest {

  @Test
  void risesByAQuarterAndHalvesTheRestThreeTimes() throws Exception {
    HighestRate found = found(300, 400);

    assertThat(tried(found)).containsExactly(300, 375, 468, 468, 421, 421, 398, 409, 409);
    assertThat(found.perSecond()).isEqualTo(398);
  }

  @Test
  void goesDownWhereTheFirstIsTooMuch() throws Exception {
    HighestRate found = found(300, 100);

    assertThat(tried(found)).containsExactly(300, 300, 150, 150, 75, 112, 112);
    assertThat(found.perSecond()).isEqualTo(75);
  }

  @Test
  void oneBadRoundIsMadeGoodByTheNextTwo() throws Exception {
    List<Boolean> outcomes = new ArrayList<>(List.of(true, false, true, true, false, true, false));

    HighestRate found =
        HighestRate.from(
            300,
            rate -> {
              boolean borne = !outcomes.isEmpty() && outcomes.remove(0);
              return new HighestRate.Trial(rate, borne, null);
            });

    assertThat(tried(found)).startsWith(300, 375, 375, 375, 468, 468, 468);
    assertThat(found.perSecond()).isEqualTo(375);
  }

  @Test
  void isNothingWhereNothingTriedIsBorne() throws Exception {
    assertThat(found(300, 1).perSecond()).isZero();
  }

  @Test
  void endsWhereOneThreadCanAskForNoMore() throws Exception {
    HighestRate found = found(300, Integer.MAX_VALUE);

    assertThat(found.perSecond()).isBetween(16_000, 20_000);
    assertThat(found.trials()).allMatch(HighestRate.Trial::borne);
  }

  private static HighestRate found(int from, int mostBorne) throws Exception {
    return HighestRate.from(from, rate -> new HighestRate.Trial(rate, rate <= mostBorne, null));
  }

  private static List<Integer> tried(HighestRate found) {
    return found.trials().stream().map(HighestRate.Trial::perSecond).toList();
  }
}
