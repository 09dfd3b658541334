package io.clientele.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
    return ifFree(home, work)
        .orElseThrow(
            () ->
                new PlatformException(
                    "another clientele command is starting or stopping this platform;"
                        + " wait for it"));
  }

  /** Does the work, or nothing if somebody, this process included, starts or stops the platform. */
  public static <T> Optional<T> ifFree(Home home, Work<T> work) throws IOException {
    Path file = home.lock();
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tried(channel)) {
      return lock == null ? Optional.empty() : Optional.of(work.run());
    }
  }

  private static FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of ours holds it
    }
  }
}
