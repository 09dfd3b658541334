package io.clientele.bench.command;

import io.clientele.bench.load.LoadBench;
import io.clientele.bench.load.LoadReport;
import io.clientele.bench.report.LoadTable;
import io.clientele.bench.report.Results;
import io.clientele.local.platform.PlatformException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads a gigabyte through a small service. */
@Command(
    name = "load",
    description =
        "A large file through a small ingest service, checked event by event. Writes"
            + " deploy/bench/results/load.json and load.md.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KB|MB|GB)?");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  @Option(
      names = "--bytes",
      defaultValue = "1GB",
      description = "The size of the file, such as 100MB; ${DEFAULT-VALUE}.")
  private String bytes;

  @Option(
      names = "--heap",
      defaultValue = "256m",
      description = "-Xmx of ingest; ${DEFAULT-VALUE}.")
  private String heap;

  @Mixin private Outcome outcome;

  @Override
  public Integer call() throws Exception {
    long size = size(bytes);
    Path checkout = Stage.checkout();
    LoadReport report;
    try (Stage stage = new Stage(checkout)) {
      report =
          stage.succeeded(
              new LoadBench(checkout, stage.platform(), stage.home(), System.out::println)
                  .run(size, heap));
    }
    return outcome.of(Results.of(checkout), "load", report, LoadTable::of, report.isSound());
  }

  private static long size(String text) {
    Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new PlatformException("--bytes takes a size such as 100MB, not " + text);
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(unit).longValue());
  }
}
