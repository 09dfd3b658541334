package io.clientele.bench.command;

import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.process.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A platform of its own for one measurement: in a temporary folder, on free ports, gone afterwards,
 * also after Ctrl-C.
 */
final class Stage implements AutoCloseable {

  private final Home home;
  private final Platform platform;
  private final Thread stopper = new Thread(this::clear, "stop-children");

  Stage(Path checkout) throws IOException {
    this.home = new Home(Files.createTempDirectory("clientele-bench-"));
    this.platform = Platform.onFreePorts(checkout, home, line -> {});
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  Home home() {
    return home;
  }

  Platform platform() {
    return platform;
  }

  /** The folder with the built modules. */
  static Path checkout() {
    return Path.of(System.getProperty("clientele.checkout", "")).toAbsolutePath();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(stopper);
    clear();
  }

  private void clear() {
    try {
      platform.stopStarted();
      DirectoryTree.delete(home.directory());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + home.directory(), e);
    }
  }
}
