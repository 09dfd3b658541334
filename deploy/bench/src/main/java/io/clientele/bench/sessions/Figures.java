package io.clientele.bench.sessions;

import io.clientele.bench.sessions.SetReport.Difference;
import io.clientele.bench.sessions.SetReport.RowReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes figures of placings; all of them from the same resamples. */
final class Figures {

  static final int RESAMPLES = 2_000;
  static final long SEED = 17;

  private final List<Row> rows;
  private final Placings frozen;
  private final Placings live;
  private final Bootstrap bootstrap;

  /**
   * Of two passes over the same queries.
   *
   * @param rows sources first, the one that is served last
   */
  Figures(List<Row> rows, List<Query> queries, Placings frozen, Placings live) {
    this.rows = rows;
    this.frozen = frozen;
    this.live = live;
    this.bootstrap = bootstrap(queries);
  }

  /** The resamples of the sessions of these queries. */
  static Bootstrap bootstrap(List<Query> queries) {
    return new Bootstrap(queries.stream().mapToInt(Query::session).toArray(), RESAMPLES, SEED);
  }

  /** All sources, or all that may be served. */
  List<RowReport> rows(boolean areSources) {
    return numbers(areSources)
        .mapToObj(
            row ->
                new RowReport(
                    rows.get(row).name(),
                    frozen.of(row).quality(bootstrap),
                    live.of(row).quality(bootstrap)))
        .toList();
  }

  /** What is served against the others that may be, then live against static. */
  List<Difference> differences() {
    int served = rows.size() - 1;
    List<Difference> differences = new ArrayList<>();
    for (int other : numbers(false).filter(row -> row != served).toArray()) {
      String what = rows.get(served).name() + " − " + rows.get(other).name();
      differences.add(difference(what + ", static", frozen.of(served), frozen.of(other)));
      differences.add(difference(what + ", live", live.of(served), live.of(other)));
    }
    for (int row : numbers(false).toArray()) {
      String what = rows.get(row).name() + ", live − static";
      differences.add(difference(what, live.of(row), frozen.of(row)));
    }
    return differences;
  }

  private Difference difference(String what, Outcomes ours, Outcomes theirs) {
    return new Difference(what, ours.minus(theirs).quality(bootstrap));
  }

  private IntStream numbers(boolean areSources) {
    return IntStream.range(0, rows.size()).filter(row -> rows.get(row).isSource() == areSources);
  }
}
