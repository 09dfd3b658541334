package io.clientele.local.platform;

import io.clientele.local.process.DirectoryTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

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
  Path state(String child) {
    return directory.resolve("state").resolve(child);
  }

  /** Where loads leave their lists of rejected rows. */
  public Path loads() {
    return directory.resolve("loads");
  }

  /** Deletes everything but the lock, which the caller holds. */
  public void clear() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (!entry.equals(lock())) {
          DirectoryTree.delete(entry);
        }
      }
    }
  }
}
