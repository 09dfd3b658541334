package io.clientele.bench.command;

import picocli.CommandLine.Option;

/** What a measurement of the service against something else is told. */
final class Sides {

  @Option(names = "--rounds", defaultValue = "5", description = "Of each side; ${DEFAULT-VALUE}.")
  int rounds;

  @Option(
      names = "--heap",
      defaultValue = "256m",
      description = "-Xmx of the service and of what it is compared with; ${DEFAULT-VALUE}.")
  String heap;

  @Option(
      names = "--profile",
      description = "Record the service's JVM and print where it spends its time; keep no results.")
  boolean profile;
}
