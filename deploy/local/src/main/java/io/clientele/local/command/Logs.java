package io.clientele.local.command;

import io.clientele.local.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a child has written. */
@Command(
    name = "logs",
    description = "Prints the log of one process.",
    mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

  private static final int LOOK_MILLIS = 200;

  @Mixin private Location location;

  @Parameters(
      paramLabel = "SERVICE",
      description =
          "ingest, profile, scoring, recommendation, lifecycle, kafka, postgres, simulate")
  private String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on as the log grows, until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = location.home().log(name);
    if (!Files.exists(log)) {
      throw new PlatformException("there is no log of " + name + ": " + log);
    }
    try (InputStream content = Files.newInputStream(log)) {
      content.transferTo(System.out);
      System.out.flush();
      while (follow) {
        Thread.sleep(LOOK_MILLIS);
        content.transferTo(System.out);
        System.out.flush();
      }
    }
    return 0;
  }
}
