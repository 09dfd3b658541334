package io.clientele.bench.command;

import io.clientele.bench.report.Results;
import io.clientele.bench.report.SessionsTable;
import io.clientele.bench.sessions.HttpReport;
import io.clientele.bench.sessions.PlatformLender;
import io.clientele.bench.sessions.SessionsEvaluation;
import io.clientele.bench.sessions.SessionsReport;
import io.clientele.bench.sessions.SessionsReport.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates session recommendations on YooChoose and Serenade. */
@Command(
    name = "sessions",
    description =
        "How often the next item is among the first 20 and where, static and live, on YooChoose and"
            + " Serenade, by the classes that serve. Writes deploy/bench/results/sessions.json and"
            + " sessions.md.",
    mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {

  private static final int QUICK_EVERY = 20;

  @Mixin private Outcome outcome;

  @Option(
      names = "--validate",
      description =
          "Ask the parts that parameters may be chosen by, instead of the tests; keep no results.")
  private boolean validate;

  @Option(
      names = "--quick",
      description = "Ask every twentieth query of YooChoose; keep no results.")
  private boolean quick;

  @Option(
      names = "--data",
      description = "Where the data sets lie; ../shared/data beside the checkout by default.")
  private Path data;

  @Option(
      names = "--http",
      description = "Ask the running service too; its lists must be the same. Some minutes more.")
  private boolean http;

  @Override
  public Integer call() throws Exception {
    Path checkout = Stage.checkout();
    boolean kept = !quick && !validate;
    SessionsReport report =
        new SessionsEvaluation(
                checkout,
                data == null ? checkout.resolve("../shared/data") : data,
                new Settings(validate, quick ? QUICK_EVERY : 1),
                http ? Optional.of(borrower -> lent(checkout, borrower)) : Optional.empty(),
                System.out::println)
            .run();
    Results results =
        kept ? Results.of(checkout) : new Results(Files.createTempDirectory("clientele-sessions-"));
    return outcome.of(results, "sessions", report, SessionsTable::of, report.isSound());
  }

  private static HttpReport lent(Path checkout, PlatformLender.Borrower borrower) throws Exception {
    try (Stage stage = new Stage(checkout)) {
      return stage.succeeded(borrower.use(stage.platform()));
    }
  }
}
