package io.clientele.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same platform at once; dies with its holder. */
public final class PlatformLock {

  /** What is done while the lock is held. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  private PlatformLock() {}

  /**
   * Does the work while nobody else starts or stops the platform of this home.
   *
   * @throws PlatformException if another command is doing so
   */
  public static <T> T whileHeld(Home home, Work<T> work) throws IOException {
    Path file = home.lock();
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new PlatformException(
            "another clientele command is starting or stopping this platform; wait for it");
      }
      return work.run();
    }
  }
}
