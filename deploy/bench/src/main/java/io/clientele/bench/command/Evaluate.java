package io.clientele.bench.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clientele evaluate} command. */
@Command(
    name = "clientele evaluate",
    description = "Says how good what the services say is, on public data.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {SessionsCommand.class})
public final class Evaluate {

  private Evaluate() {}

  public static void main(String[] arguments) {
    System.exit(Failures.told(new CommandLine(new Evaluate())).execute(arguments));
  }
}
