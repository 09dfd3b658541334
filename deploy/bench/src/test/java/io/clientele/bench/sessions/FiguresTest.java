package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.bench.sessions.SetReport.Difference;
import io.clientele.bench.sessions.SetReport.RowReport;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  private static final List<Row> ROWS =
      List.of(
          new Row("M1", Row.Kind.SOURCE),
          new Row("CONTENT", Row.Kind.SOURCE),
          new Row("blend", Row.Kind.RANKER),
          new Row("linear", Row.Kind.SERVED));

  @Test
  void hitRateAndMeanReciprocalRankOfFourQueries() {
    Quality quality =
        Outcomes.of(1, 2, 20, 0).quality(new Bootstrap(new int[] {0, 0, 0, 0}, 10, 1));

    assertThat(quality.hr20()).isEqualTo(75);
    assertThat(quality.mrr20()).isEqualTo(100 * (1 + .5 + .05) / 4, within(1e-9));
  }

  @Test
  void sourcesThatSayAnythingAndWhatMayBeServedAreApart() {
    Figures figures = figures(places(1, 0, 1, 1), places(1, 0, 1, 1));

    assertThat(figures.sources()).extracting(RowReport::row).containsExactly("M1");
    assertThat(figures.rankers()).extracting(RowReport::row).containsExactly("blend", "linear");
    assertThat(figures.served().row()).isEqualTo("linear");
  }

  @Test
  void differencesArePairedSoWhatIsAlwaysBetterByAsMuchHasNoWidth() {
    Placings frozen = new Placings(List.of(new byte[] {0, 0, 2, 1}, new byte[] {0, 0, 0, 2}));
    Placings live = new Placings(List.of(new byte[] {0, 0, 2, 1}, new byte[] {0, 0, 0, 1}));

    List<Difference> differences = figures(frozen, live).differences();

    assertThat(differences)
        .extracting(Difference::what)
        .containsExactly("linear − blend, static", "linear − blend, live", "linear, live − static");
    Quality inStatic = differences.get(0).by();
    assertThat(inStatic.hr20()).isEqualTo(50);
    assertThat(inStatic.mrr20()).isEqualTo(50);
    assertThat(inStatic.mrr20HalfWidth()).isZero();
    assertThat(differences.get(2).by().mrr20()).isEqualTo(25);
    assertThat(differences.get(2).by().mrr20HalfWidth()).isEqualTo(25);
  }

  private static Placings places(int... row) {
    byte[] places = new byte[row.length];
    IntStream.range(0, row.length).forEach(i -> places[i] = (byte) row[i]);
    return new Placings(Stream.of(places, places).toList());
  }

  /** Of two queries, each of a session of its own. */
  private static Figures figures(Placings frozen, Placings live) {
    List<Query> queries =
        List.of(
            new Query(0, List.of("a"), "b", Instant.EPOCH),
            new Query(1, List.of("a"), "b", Instant.EPOCH));
    return new Figures(ROWS, queries, frozen, live);
  }
}
