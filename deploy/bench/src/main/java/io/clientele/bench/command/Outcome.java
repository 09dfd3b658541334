package io.clientele.bench.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.bench.report.Results;
import java.io.IOException;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How every measurement ends: its figures are kept, shown, and tell whether it was sound. */
final class Outcome {

  @Option(names = "--json", description = "One JSON object as the last line.")
  private boolean json;

  /**
   * Ends it.
   *
   * @param name of the files, without ending
   * @param sound whether the figures can be believed
   * @return the exit code
   */
  int of(
      Results results, String name, Object report, Function<JsonNode, String> table, boolean sound)
      throws IOException {
    JsonNode figures = results.keep(name, report, table);
    System.out.println();
    System.out.print(table.apply(figures));
    if (json) {
      System.out.println(Results.line(figures));
    }
    return sound ? 0 : 1;
  }
}
