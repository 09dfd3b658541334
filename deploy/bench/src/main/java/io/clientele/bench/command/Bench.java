package io.clientele.bench.command;

import io.clientele.local.platform.PlatformException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clientele bench} command. */
@Command(
    name = "clientele bench",
    description = "Measures the packaged services on this machine; keep everything else quiet.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {IngestCommand.class, LoadCommand.class, ProfileCommand.class})
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    CommandLine command =
        new CommandLine(new Bench())
            .setExecutionExceptionHandler(
                (failure, line, result) -> {
                  if (failure instanceof PlatformException) {
                    line.getErr().println(failure.getMessage());
                    return 1;
                  }
                  throw failure;
                });
    System.exit(command.execute(arguments));
  }
}
