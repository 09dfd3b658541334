package io.clientele.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventFileTest {

  @TempDir private Path directory;

  @Test
  void fileIsTheSameEachTimeAndHoldsACallALine() throws Exception {
    Path file = directory.resolve("calls");
    Path again = directory.resolve("again");

    IdSum ids = EventFile.write(file, 100_000);
    EventFile.write(again, 100_000);

    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(Files.size(file)).isBetween(100_000L, 103_000L);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize((int) ids.count());
    for (String line : lines) {
      JsonNode call = Json.mapper().readTree(line);
      assertThat(call.path("type").asText()).isIn("track", "page");
      assertThat(call.path("messageId").asText()).startsWith("bench-");
    }
  }
}
