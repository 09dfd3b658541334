package io.clientele.system;

import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of {@code src/test/node}, installed once from whatever registry npm is set to; a
 * test that asks for them is skipped without Node.
 */
final class NodeTools {

  private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();

  private final Path directory = Path.of("target/node").toAbsolutePath();

  NodeTools() throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path script : scripts.toList()) {
        Files.copy(
            script, directory.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Programs.run(
        List.of(
            "npm",
            "--prefix",
            directory.toString(),
            "install",
            "--no-package-lock",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund"));
  }

  /** Runs one of the scripts to its end. */
  void run(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", file(script).toString()));
    command.addAll(List.of(arguments));
    Programs.run(command);
  }

  /** A file of a package, such as {@code node_modules/a/b.json}, or a script. */
  Path file(String name) {
    return directory.resolve(name);
  }

  /** Whether Node is there to run them. */
  static boolean arePossible() {
    return Programs.find("node").isPresent() && Programs.find("npm").isPresent();
  }
}
