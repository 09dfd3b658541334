package io.clientele.bench.command;

import io.clientele.bench.process.HotFrames;
import io.clientele.bench.profile.ProfileBench;
import io.clientele.bench.profile.ProfileReport;
import io.clientele.bench.profile.Settings;
import io.clientele.bench.report.ProfileTable;
import io.clientele.bench.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the profile service against a bare Kafka Streams counter. */
@Command(
    name = "profile",
    description =
        "Events a second, bytes a customer, restore, reads, cost as customers and histories grow;"
            + " about a quarter of an hour. Writes deploy/bench/results/profile.json and"
            + " profile.md.",
    mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

  @Mixin private Sides sides;
  @Mixin private Outcome outcome;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Stream threads of the service and of the counter; ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--quick",
      description = "Few customers and short rounds, to see whether it works; keep no results.")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    Path checkout = Stage.checkout();
    boolean kept = !quick && !sides.profile;
    Path passing = kept ? null : Files.createTempDirectory("clientele-profile-");
    Settings settings =
        quick
            ? Settings.quick(threads, sides.heap, passing)
            : Settings.whole(sides.rounds, threads, sides.heap, passing);
    ProfileBench bench = new ProfileBench(checkout, settings, System.out::println);
    if (sides.profile) {
      return record(bench, checkout);
    }
    ProfileBench.ManyCustomers many;
    try (Stage stage = new Stage(checkout)) {
      many = stage.succeeded(bench.manyCustomers(stage.platform(), stage.home()));
    }
    ProfileBench.Growth growth;
    try (Stage stage = new Stage(checkout)) {
      growth = stage.succeeded(bench.growth(stage.platform(), stage.home()));
    }
    ProfileReport report = bench.report(many, growth);
    Results results = kept ? Results.of(checkout) : new Results(passing);
    return outcome.of(results, "profile", report, ProfileTable::of, report.isSound());
  }

  private static int record(ProfileBench bench, Path checkout) throws Exception {
    try (Stage stage = new Stage(checkout)) {
      Path recording = stage.succeeded(bench.recorded(stage.platform(), stage.home()));
      System.out.println(recording + ":\n" + new HotFrames(recording).text());
    }
    return 0;
  }
}
