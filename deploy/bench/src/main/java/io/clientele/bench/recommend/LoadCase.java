package io.clientele.bench.recommend;

import java.util.List;
import java.util.Set;

/**
 * A load that the service has to bear.
 *
 * @param name in the results
 * @param perSecond how many requests
 */
record LoadCase(String name, Ranker ranker, int perSecond) {

  private static final List<LoadCase> LEARNED =
      List.of(
          new LoadCase("linear", Ranker.LINEAR, 1_000),
          new LoadCase("full", Ranker.TREES, 300),
          new LoadCase("full1000", Ranker.TREES, 1_000));

  private static final LoadCase BLEND = new LoadCase("blend", Ranker.BLEND, 1_000);

  /** Those of the rankers that there are; that of the blend where nothing has been learned. */
  static List<LoadCase> of(Set<Ranker> offered) {
    List<LoadCase> cases = LEARNED.stream().filter(one -> offered.contains(one.ranker())).toList();
    return cases.isEmpty() ? List.of(BLEND) : cases;
  }
}
