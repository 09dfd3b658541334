package io.clientele.ingest.clean;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables of this package that are kept beside it as text. */
final class Lines {

  private Lines() {}

  /** The lines of a resource, without blank ones and those that start with a number sign. */
  static List<String> of(String resource) {
    try (InputStream bytes = Lines.class.getResourceAsStream(resource)) {
      return new String(bytes.readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + resource, e);
    }
  }
}
