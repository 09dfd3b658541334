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
   * @param rows one of them is served
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

  /** All sources that say anything of these data. */
  List<RowReport> sources() {
    return numbers(Row.Kind.SOURCE).mapToObj(this::row).filter(Figures::saysAnything).toList();
  }

  /** All that may be served. */
  List<RowReport> rankers() {
    return IntStream.concat(numbers(Row.Kind.RANKER), numbers(Row.Kind.SERVED))
        .sorted()
        .mapToObj(this::row)
        .toList();
  }

  /** The one that is served. */
  RowReport served() {
    return row(servedNumber());
  }

  private RowReport row(int row) {
    return new RowReport(
        rows.get(row).name(), frozen.of(row).quality(bootstrap), live.of(row).quality(bootstrap));
  }

  private static boolean saysAnything(RowReport row) {
    return row.frozen().hr20() > 0 || row.live().hr20() > 0;
  }

  /** What is served against the others that may be, then live against static. */
  List<Difference> differences() {
    int served = servedNumber();
    List<Difference> differences = new ArrayList<>();
    for (int other : numbers(Row.Kind.RANKER).toArray()) {
      String what = rows.get(served).name() + " − " + rows.get(other).name();
      differences.add(difference(what + ", static", frozen.of(served), frozen.of(other)));
      differences.add(difference(what + ", live", live.of(served), live.of(other)));
    }
    String what = rows.get(served).name() + ", live − static";
    differences.add(difference(what, live.of(served), frozen.of(served)));
    return differences;
  }

  private int servedNumber() {
    return numbers(Row.Kind.SERVED).findFirst().orElseThrow();
  }

  private Difference difference(String what, Outcomes ours, Outcomes theirs) {
    return new Difference(what, ours.minus(theirs).quality(bootstrap));
  }

  private IntStream numbers(Row.Kind kind) {
    return IntStream.range(0, rows.size()).filter(row -> rows.get(row).kind() == kind);
  }
}
