package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.process.Child;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReusedProcessIdTest {

  @TempDir private Path directory;

  @Test
  void otherProcessWithAReusedIdIsLeftAlone() throws Exception {
    Platform platform = new Platform(directory, new Home(directory), line -> {});
    ProcessHandle innocent = ProcessHandle.current();
    Child longGone =
        new Child(
            "ingest",
            innocent.pid(),
            innocent.info().startInstant().orElseThrow().minusSeconds(3_600),
            null,
            0,
            directory.resolve("log"));
    new Roster(new Home(directory)).put(longGone);

    List<Child> stopped = platform.stopAll();

    assertThat(stopped).isEmpty();
    assertThat(platform.child("ingest")).isEqualTo(Optional.empty());
  }
}
