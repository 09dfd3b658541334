package io.clientele.bench.profile;

import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Tuning;
import io.clientele.local.process.Child;
import io.clientele.local.process.DirectoryTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged profile service as a process of its own. */
final class ProfileUnderTest {

  private final Platform platform;
  private final Path state;
  private final List<String> jvmOptions;
  private Child process;

  ProfileUnderTest(Platform platform, Home home, List<String> jvmOptions) {
    this.platform = platform;
    this.state = home.state(Service.PROFILE.label());
    this.jvmOptions = List.copyOf(jvmOptions);
  }

  /**
   * Starts it and waits until it calls itself ready, which includes that Kafka Streams runs.
   *
   * @return the seconds that this took, to 0.2
   */
  double start() throws IOException {
    return start(List.of());
  }

  double start(List<String> moreOptions) throws IOException {
    List<String> options = new ArrayList<>(jvmOptions);
    options.addAll(moreOptions);
    long begun = System.nanoTime();
    process = platform.start(Service.PROFILE, 1, new Tuning(options, Map.of()));
    platform.awaitReady(List.of(process));
    return (System.nanoTime() - begun) / 1e9;
  }

  Child process() {
    return process;
  }

  /** Where Kafka Streams keeps its stores. */
  Path state() {
    return state;
  }

  /** Stops it in order, which writes all that RocksDB has in memory. */
  void stop() throws IOException {
    platform.stop(process);
  }

  /** Takes its stores away while it is stopped. */
  void forget() throws IOException {
    DirectoryTree.delete(state);
  }
}
