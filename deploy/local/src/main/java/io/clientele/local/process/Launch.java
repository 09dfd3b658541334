package io.clientele.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a child.
 *
 * @param environment what it gets beyond our own environment
 * @param port where it will listen on 127.0.0.1, 0 if nowhere
 * @param log what its output is appended to
 */
public record Launch(
    String name, List<String> command, Map<String, String> environment, int port, Path log) {

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Starts it in a session of its own, so that it outlives us and a Ctrl-C does not reach it. */
  public Child start() throws IOException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(Programs.inOwnSession(command));
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return Child.of(name, builder.start().toHandle(), port, log);
  }
}
