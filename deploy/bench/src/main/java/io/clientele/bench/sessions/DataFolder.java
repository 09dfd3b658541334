package io.clientele.bench.sessions;

import io.clientele.local.platform.PlatformException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Where a data set lies. */
record DataFolder(Path path) {

  DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * All lines of a packed text file.
   *
   * @throws PlatformException if it is not there
   */
  List<String> lines(String file) throws IOException {
    Path packed = path.resolve(file);
    if (!Files.isRegularFile(packed)) {
      throw new PlatformException(
          "there is no "
              + packed
              + ": the data sets lie beside the checkout, or where --data says");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
