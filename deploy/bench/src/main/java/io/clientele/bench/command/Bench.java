package io.clientele.bench.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clientele bench} command. */
@Command(
    name = "clientele bench",
    description = "Measures the packaged services on this machine; keep everything else quiet.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      IngestCommand.class,
      LoadCommand.class,
      ProfileCommand.class,
      RecommendCommand.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(Failures.told(new CommandLine(new Bench())).execute(arguments));
  }
}
