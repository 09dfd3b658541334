package io.clientele.system;

import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packages of {@code src/test/node}, installed once from whatever registry npm is set to. */
final class NodeTools {

  private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();

  private final Path directory = Path.of("target/node").toAbsolutePath();

  private NodeTools() throws IOException {
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

  /** Hands the packages to every test that asks for them; without Node such a test is skipped. */
  static final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == NodeTools.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Assumptions.assumeTrue(
          Programs.find("node").isPresent() && Programs.find("npm").isPresent(),
          "node or npm is not installed");
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(NodeTools.class, type -> installed(), NodeTools.class);
    }

    private static NodeTools installed() {
      try {
        return new NodeTools();
      } catch (IOException e) {
        throw new IllegalStateException("the packages of Node are not to be installed", e);
      }
    }
  }
}
