package io.clientele.bench.load;

import io.clientele.bench.process.ProcessFigures;
import io.clientele.local.command.Clientele;
import io.clientele.local.platform.Home;
import io.clientele.local.process.Child;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code deploy/clientele load} itself, run with the options that the script gives it. */
final class LoadRun {

  private static final String SECONDS = "\\s+([\\d.]+) s ";

  private final Path said;
  private final int exitCode;
  private final long peakResidentBytes;

  private LoadRun(Path said, int exitCode, long peakResidentBytes) {
    this.said = said;
    this.exitCode = exitCode;
    this.peakResidentBytes = peakResidentBytes;
  }

  static LoadRun of(Path file, Path checkout, Home home) throws IOException, InterruptedException {
    Path said = home.log("load");
    Process process =
        new ProcessBuilder(
                List.of(
                    Programs.java(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx768m",
                    "-Dclientele.checkout=" + checkout,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Clientele.class.getName(),
                    "load",
                    file.toString(),
                    "--as",
                    "segment",
                    "--state",
                    home.directory().toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Child loader = Child.of("load", process.toHandle(), 0, said);
    long peak = 0;
    while (!process.waitFor(250, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, ProcessFigures.peakResidentBytes(loader));
    }
    return new LoadRun(said, process.exitValue(), peak);
  }

  int exitCode() {
    return exitCode;
  }

  long peakResidentBytes() {
    return peakResidentBytes;
  }

  /** All that it printed. */
  String text() throws IOException {
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  double secondsToAnswered() throws IOException {
    return seconds("until ingest had answered");
  }

  double secondsToWritten() throws IOException {
    return seconds("until in customer-events");
  }

  private double seconds(String what) throws IOException {
    Matcher matcher = Pattern.compile(Pattern.quote(what) + SECONDS).matcher(text());
    if (!matcher.find()) {
      throw new IllegalStateException("the load did not come to its end: " + text());
    }
    return Double.parseDouble(matcher.group(1));
  }
}
