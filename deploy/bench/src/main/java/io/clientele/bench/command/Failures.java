package io.clientele.bench.command;

import io.clientele.local.platform.PlatformException;
import picocli.CommandLine;

/** How a command that cannot do what was asked ends. */
final class Failures {

  private Failures() {}

  /** The same command; what only a person can mend is said in one line, with exit code 1. */
  static CommandLine told(CommandLine command) {
    return command.setExecutionExceptionHandler(
        (failure, line, result) -> {
          if (failure instanceof PlatformException) {
            line.getErr().println(failure.getMessage());
            return 1;
          }
          throw failure;
        });
  }
}
