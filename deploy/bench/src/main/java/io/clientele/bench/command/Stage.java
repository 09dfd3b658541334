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
 * also after Ctrl-C. Only the logs of a measurement that failed stay.
 */
final class Stage implements AutoCloseable {

  private static final String LOGS = "logs";

  private final Home home;
  private final Platform platform;
  private final Thread stopper = new Thread(() -> clear(false), "stop-children");
  private boolean succeeded;

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

  /** The measurement came to its end: nobody will want the logs. */
  <T> T succeeded(T result) {
    succeeded = true;
    return result;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(stopper);
    clear(!succeeded);
    if (!succeeded) {
      System.err.println("the logs are kept in " + home.directory().resolve(LOGS));
    }
  }

  private void clear(boolean keepLogs) {
    try {
      platform.stopStarted();
      try (var content = Files.newDirectoryStream(home.directory())) {
        for (Path path : content) {
          if (!keepLogs || !path.endsWith(LOGS)) {
            delete(path);
          }
        }
      }
      if (!keepLogs) {
        Files.delete(home.directory());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + home.directory(), e);
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      DirectoryTree.delete(path);
    } else {
      Files.delete(path);
    }
  }
}
