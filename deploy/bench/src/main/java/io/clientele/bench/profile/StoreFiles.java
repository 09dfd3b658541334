package io.clientele.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the stores of a stopped service take on disk. */
final class StoreFiles {

  private static final String ROCKS_DB = "rocksdb";

  private StoreFiles() {}

  /**
   * Bytes of RocksDB's table files by store, all partitions together, older versions of rows
   * included where they are not compacted away.
   *
   * @param state where Kafka Streams keeps its stores: {@code application/task/rocksdb/store}
   */
  static Map<String, Long> bytes(Path state) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    try (var files = Files.walk(state)) {
      files
          .filter(file -> file.toString().endsWith(".sst"))
          .forEach(file -> bytes.merge(store(state.relativize(file)), size(file), Long::sum));
    }
    return bytes;
  }

  private static String store(Path file) {
    for (int part = 0; part + 1 < file.getNameCount(); part++) {
      if (file.getName(part).toString().equals(ROCKS_DB)) {
        return file.getName(part + 1).toString();
      }
    }
    return "?";
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }
}
