package io.clientele.local.platform;

import io.clientele.local.process.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one platform keeps all it must remember between two starts.
 *
 * @param directory everything is below it; usually {@code .clientele} in the checkout
 */
public record Home(Path directory) {

  public Home {
    directory = directory.toAbsolutePath().normalize();
  }

  /** The output of a child. */
  public Path log(String child) {
    return directory.resolve("logs").resolve(child + ".log");
  }

  /** The children as they were last seen. */
  Path roster() {
    return directory.resolve("platform.json");
  }

  /** Held while the platform is being started or stopped. */
  Path lock() {
    return directory.resolve("lock");
  }

  /** Held for the moment in which the roster is changed. */
  Path rosterLock() {
    return directory.resolve("platform.json.lock");
  }

  Path credentials() {
    return directory.resolve("credentials.json");
  }

  Path kafka() {
    return directory.resolve("kafka");
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  /** A service instance's Kafka Streams state. */
  public Path state(String child) {
    return directory.resolve("state").resolve(child);
  }

  /** Where loads leave their lists of rejected rows. */
  public Path loads() {
    return directory.resolve("loads");
  }

  /** What the simulated shop remembers of itself. */
  public Path simulatedShop() {
    return directory.resolve("simulated-shop.json");
  }

  /** Whether a platform has ever been at home here; if not, what lies here is somebody else's. */
  public boolean isInUse() {
    return Files.exists(credentials());
  }

  /**
   * Deletes what a platform keeps here, but neither the lock, which the caller holds, nor anything
   * that is not ours: people point {@code --state} at folders that they use for other things too.
   */
  public void clear() throws IOException {
    List<Path> ours =
        List.of(
            directory.resolve("logs"),
            directory.resolve("state"),
            kafka(),
            postgres(),
            loads(),
            simulatedShop(),
            roster(),
            rosterLock(),
            credentials());
    for (Path path : ours) {
      DirectoryTree.delete(path);
    }
  }
}
