package io.clientele.bench.recommend;

import io.clientele.bench.report.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one load gave.
 *
 * @param rounds fewer than planned where one showed that the service does not keep up
 */
record LoadFigures(
    Ranker ranker,
    int perSecond,
    Spread p50Millis,
    Spread p90Millis,
    Spread p99Millis,
    List<LoadRound> rounds) {

  static LoadFigures of(LoadCase load, List<LoadRound> rounds) {
    return new LoadFigures(
        load.ranker(),
        load.perSecond(),
        spread(rounds, round -> round.http().p50Millis()),
        spread(rounds, round -> round.http().p90Millis()),
        spread(rounds, round -> round.http().p99Millis()),
        List.copyOf(rounds));
  }

  private static Spread spread(List<LoadRound> rounds, ToDoubleFunction<LoadRound> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  boolean isBorne() {
    return p90Millis.median() < LoadRound.BOUND_MILLIS
        && rounds.stream().allMatch(round -> round.keepsUpWith(perSecond));
  }

  long errors() {
    return rounds.stream()
        .flatMap(round -> round.http().errors().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
