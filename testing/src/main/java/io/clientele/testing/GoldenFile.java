package io.clientele.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, usually under {@code src/test/resources/golden}, that fixes how something looks from
 * outside, so that a change to it is a decision and shows in the diff.
 */
public final class GoldenFile {

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private final Path path;

  private GoldenFile(Path path) {
    this.path = path;
  }

  /** The golden file of this name in the module under test. */
  public static GoldenFile named(String name) {
    return new GoldenFile(Path.of("src", "test", "resources", "golden", name));
  }

  /** A file of this name that the module under test ships, and that must stay as it is as well. */
  public static GoldenFile shipped(String name) {
    return new GoldenFile(Path.of("src", "main", "resources", name));
  }

  /**
   * Fails unless {@code actual} equals the file, line by line. Run Maven with {@code
   * -Dgolden.update=true} to write the file anew, then read the diff.
   */
  public void assertEquals(String actual) {
    String text = actual.endsWith("\n") ? actual : actual + "\n";
    try {
      if (UPDATE) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
      }
      assertThat(path).exists();
      assertThat(text).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + path, e);
    }
  }
}
