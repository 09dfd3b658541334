package io.clientele.ingest.streams;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that has the topology to itself, with nothing in it yet. */
abstract class WithPipeline {

  @TempDir Path state;
  IngestPipeline pipeline;

  @BeforeEach
  void start() {
    pipeline = new IngestPipeline(state);
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }
}
