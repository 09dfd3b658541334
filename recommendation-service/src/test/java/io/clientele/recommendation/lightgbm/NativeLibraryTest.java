package io.clientele.recommendation.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  private static final String FOLDER = "java.io.tmpdir";

  @TempDir private Path shared;

  @Test
  void nothingIsUnpackedToWhereOtherProcessesUnpackIt() throws IOException {
    String usual = System.setProperty(FOLDER, shared.toString());
    try {
      NativeLibrary.load();

      assertThat(System.getProperty(FOLDER)).isEqualTo(shared.toString());
      assertThat(shared).isEmptyDirectory();
    } finally {
      System.setProperty(FOLDER, usual);
    }
  }
}
