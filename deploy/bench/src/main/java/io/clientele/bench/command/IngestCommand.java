package io.clientele.bench.command;

import io.clientele.bench.ingest.IngestBench;
import io.clientele.bench.ingest.IngestReport;
import io.clientele.bench.ingest.Settings;
import io.clientele.bench.report.IngestTable;
import io.clientele.bench.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures ingest against Kafka's own producer and a bare handler. */
@Command(
    name = "ingest",
    description =
        "Events and calls a second, waits, memory; about five minutes. Writes"
            + " deploy/bench/results/ingest.json and ingest.md.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

  @Mixin private Sides sides;
  @Mixin private Outcome outcome;

  @Option(names = "--seconds", defaultValue = "5", description = "A round; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--batch-connections",
      defaultValue = "8",
      description = "Batches under way at once; ${DEFAULT-VALUE}.")
  private int batchConnections;

  @Option(
      names = "--single-connections",
      defaultValue = "32",
      description = "Single calls under way at once; ${DEFAULT-VALUE}.")
  private int singleConnections;

  @Option(
      names = "--backlog",
      defaultValue = "600000",
      description = "Events that the topology works off in one go; ${DEFAULT-VALUE}.")
  private long backlog;

  @Override
  public Integer call() throws Exception {
    Path checkout = Stage.checkout();
    Path recordings = sides.profile ? Files.createTempDirectory("clientele-profile-") : null;
    Settings settings =
        new Settings(
            sides.rounds,
            Duration.ofSeconds(seconds),
            batchConnections,
            singleConnections,
            backlog,
            sides.heap,
            recordings);
    IngestReport report;
    try (Stage stage = new Stage(checkout)) {
      report =
          stage.succeeded(
              new IngestBench(
                      checkout, stage.platform(), stage.home(), settings, System.out::println)
                  .run());
    }
    Results results = sides.profile ? new Results(recordings) : Results.of(checkout);
    return outcome.of(results, "ingest", report, IngestTable::of, report.isSound());
  }
}
