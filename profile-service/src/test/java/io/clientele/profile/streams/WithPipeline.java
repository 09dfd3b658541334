package io.clientele.profile.streams;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that has the topology to itself, with nothing in it yet. */
abstract class WithPipeline {

  ProfilePipeline pipeline;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    pipeline = pipeline(stateDir);
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  /** With bounds that a test reaches at once, and each change published. */
  ProfilePipeline pipeline(Path stateDir) {
    return new ProfilePipeline(stateDir);
  }
}
