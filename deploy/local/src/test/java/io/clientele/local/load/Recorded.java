package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Keeps what a format makes of a file. */
final class Recorded implements Calls {

  final List<Call> calls = new ArrayList<>();
  final List<ObjectNode> items = new ArrayList<>();
  final Rows rows;

  private Recorded(Path rejectedFile) {
    this.rows = new Rows(rejectedFile);
  }

  static Recorded of(Format format, Path file) throws IOException {
    Recorded recorded = new Recorded(file.resolveSibling("rejected"));
    try (Rows rows = recorded.rows) {
      format.read(new Source(file), rows, recorded);
    }
    return recorded;
  }

  static Path file(Path directory, String name, String... lines) throws IOException {
    return Files.write(directory.resolve(name), List.of(lines));
  }

  static Path packed(Path directory, String name, String text) throws IOException {
    Path file = directory.resolve(name);
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      writer.write(text);
    }
    return file;
  }

  @Override
  public void expect(long count) {}

  @Override
  public void item(ObjectNode item) {
    items.add(item);
  }

  @Override
  public void call(Call call) {
    calls.add(call);
  }
}
