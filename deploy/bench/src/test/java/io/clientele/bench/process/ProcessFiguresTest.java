package io.clientele.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessFiguresTest {

  @TempDir private Path directory;

  @Test
  void peakHeapIsTheFullestThatACollectionFound() throws Exception {
    Path log = directory.resolve("gc.log");
    Files.writeString(
        log,
        """
        [0.013s][info][gc] Using Serial
        [1.201s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->4M(61M) 6.123ms
        [2.201s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 103M->12M(247M) 30.4ms
        """);

    assertThat(ProcessFigures.peakHeapBytes(log)).isEqualTo(103L << 20);
  }
}
