package io.clientele.bench.recommend;

import io.clientele.bench.report.Machine;
import java.util.List;

/**
 * Everything that {@code bench recommend} has measured, raw rounds included; what {@code
 * recommend.json} holds.
 *
 * @param sessions in the index of which the following figures are
 * @param blend waits at 1,000 requests/s of the blend, where nothing has been learned; else null
 * @param linear the same of the linear ranker
 * @param full waits at 300 requests/s of the trees
 * @param full1000 the same at 1,000
 * @param bytesPerSession live heap after a full collection, before anything was asked
 * @param rebuildSeconds from the start of the process until it is ready
 * @param freshnessP50Millis from when an event was due to be written until it changed suggestions
 * @param sound whether everything fitted and every request was answered
 * @param bySessions all sizes, the smallest first
 */
public record RecommendReport(
    String date,
    String commit,
    Machine machine,
    Settings settings,
    int sessions,
    Waits blend,
    Waits linear,
    Waits full,
    Waits full1000,
    double bytesPerSession,
    double rebuildSeconds,
    double freshnessP50Millis,
    double freshnessP99Millis,
    boolean sound,
    Fit fit,
    List<SizePoint> bySessions) {

  /** The size that the issue states its bounds for. */
  private static final int STATED = 1_000_000;

  /**
   * Waits at a rate.
   *
   * @param highestRate requests/s that the ranker answers, nine in ten of them within 7 ms; 0 if
   *     none that was tried
   */
  record Waits(double p50Millis, double p90Millis, double p99Millis, int highestRate) {

    private static Waits of(SizePoint point, String load) {
      LoadFigures figures = point.loads().get(load);
      return figures == null
          ? null
          : new Waits(
              figures.p50Millis().median(),
              figures.p90Millis().median(),
              figures.p99Millis().median(),
              point.highestRates().get(figures.ranker()).perSecond());
    }
  }

  /** On what was measured, and of which source. */
  record Circumstances(String date, String commit, Machine machine, Settings settings) {}

  static RecommendReport of(Circumstances on, Fit fit, List<SizePoint> points) {
    SizePoint stated =
        points.stream()
            .filter(point -> point.written().sessions() == STATED)
            .findFirst()
            .orElse(points.get(points.size() - 1));
    return new RecommendReport(
        on.date,
        on.commit,
        on.machine,
        on.settings,
        stated.written().sessions(),
        Waits.of(stated, "blend"),
        Waits.of(stated, "linear"),
        Waits.of(stated, "full"),
        Waits.of(stated, "full1000"),
        stated.index().bytesPerSession(),
        stated.rebuildSeconds(),
        stated.freshness().p50Millis(),
        stated.freshness().p99Millis(),
        points.stream().allMatch(SizePoint::isSound),
        fit,
        points);
  }
}
