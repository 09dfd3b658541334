package io.clientele.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** What the memory of message ids takes on disk once the service has stopped and written it all. */
final class RememberedIds {

  private static final String STORE = "remembered-ids";

  private RememberedIds() {}

  /** The bytes of RocksDB's table files, below the state of one instance. */
  static long bytes(Path state) throws IOException {
    try (var files = Files.walk(state)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .filter(
              file ->
                  StreamSupport.stream(file.spliterator(), false)
                      .anyMatch(part -> part.toString().startsWith(STORE)))
          .mapToLong(RememberedIds::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }
}
