package io.clientele.recommendation.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLibraryTest {

  /** What this process has mapped into its memory, by file. */
  private static final Path MAPPED = Path.of("/proc/self/maps");

  @Test
  @EnabledOnOs(OS.LINUX)
  void libraryRunsFromAFolderOfThisProcessAlone() throws IOException {
    assumeThat(new LightGbm().unavailable()).isEmpty();

    List<Path> libraries;
    try (Stream<String> mappings = Files.lines(MAPPED)) {
      libraries =
          mappings
              .filter(mapping -> mapping.contains("lib_lightgbm"))
              .map(mapping -> Path.of(mapping.substring(mapping.indexOf('/'))))
              .toList();
    }

    assertThat(libraries)
        .isNotEmpty()
        .allSatisfy(
            library ->
                assertThat(library.getParent().getFileName().toString())
                    .startsWith("clientele-lightgbm-"));
  }
}
