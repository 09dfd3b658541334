package io.clientele.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Where figures are kept: a file of all of them, and a table made from that file. */
public final class Results {

  private final Path folder;

  public Results(Path folder) {
    this.folder = folder;
  }

  /** The results that belong to the source. */
  public static Results of(Path checkout) {
    return new Results(checkout.resolve("deploy/bench/results"));
  }

  /**
   * Writes {@code name.json}, reads it again and writes {@code name.md} from it.
   *
   * @return what was written
   */
  public JsonNode keep(String name, Object figures, Function<JsonNode, String> table)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".json");
    Json.mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    JsonNode kept = Json.mapper().readTree(file.toFile());
    Files.writeString(folder.resolve(name + ".md"), table.apply(kept));
    return kept;
  }

  /** The figures without their raw rounds: what fits on a line. */
  public static String line(JsonNode figures) {
    var summary = Json.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> figure : figures.properties()) {
      if (!figure.getValue().has("rounds")) {
        summary.set(figure.getKey(), figure.getValue());
      }
    }
    return summary.toString();
  }
}
