package io.clientele.ingest.clean;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Examples that are kept as lines of a file. */
final class Samples {

  private Samples() {}

  /** The lines of a resource. */
  static Stream<String> of(String resource) {
    try (InputStream bytes = Samples.class.getResourceAsStream(resource)) {
      return new String(bytes.readAllBytes(), UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
