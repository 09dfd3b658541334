package io.clientele.local.command;

import io.clientele.local.platform.PlatformException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clientele} command. */
@Command(
    name = "clientele",
    description = "Runs the whole platform on this machine, without a container engine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "deploy/clientele bench NAME measures it; see deploy/bench/README.md."},
    subcommands = {Up.class, Load.class, Simulate.class, Status.class, Logs.class, Down.class})
public final class Clientele {

  private Clientele() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Clientele())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              if (failure instanceof PlatformException) {
                command.getErr().println(failure.getMessage());
                return 1;
              }
              throw failure;
            });
  }
}
