package io.clientele.bench.command;

import io.clientele.bench.recommend.RecommendBench;
import io.clientele.bench.recommend.RecommendReport;
import io.clientele.bench.recommend.Settings;
import io.clientele.bench.report.RecommendTable;
import io.clientele.bench.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures suggestions for sessions beside events, with indexes of several sizes. */
@Command(
    name = "recommend",
    description =
        "Waits of session recommendations at constant rates beside 1,000 events/s, the highest"
            + " rate, bytes a session, time to rebuild, freshness; about an hour. Writes"
            + " deploy/bench/results/recommend.json and recommend.md.",
    mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {

  private static final List<Integer> WHOLE = List.of(10_000, 100_000, 1_000_000, 5_000_000);
  private static final List<Integer> QUICK = List.of(10_000);

  @Mixin private Outcome outcome;

  @Option(
      names = "--sizes",
      split = ",",
      description = "Sessions in the index; 10000,100000,1000000,5000000 unless told otherwise.")
  private List<Integer> sizes;

  @Option(
      names = "--quick",
      description = "10,000 sessions and short rounds, to see whether it works; keep no results.")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    Path checkout = Stage.checkout();
    Settings settings =
        quick
            ? Settings.quick(sizes == null ? QUICK : sizes)
            : Settings.whole(sizes == null ? WHOLE : sizes);
    RecommendReport report;
    try (Stage stage = new Stage(checkout)) {
      RecommendBench bench = new RecommendBench(checkout, settings, System.out::println);
      report = stage.succeeded(bench.run(stage.platform(), stage.home()));
    }
    Results results =
        quick
            ? new Results(Files.createTempDirectory("clientele-recommend-"))
            : Results.of(checkout);
    return outcome.of(results, "recommend", report, RecommendTable::of, report.sound());
  }
}
