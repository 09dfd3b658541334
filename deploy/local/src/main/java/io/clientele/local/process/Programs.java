package io.clientele.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system that we run. */
public final class Programs {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Programs() {}

  /** The executable of this name on the PATH. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, name);
      if (!directory.isEmpty() && Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The java that runs us. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a short program to its end.
   *
   * @throws IOException if it fails or takes more than two minutes; the message shows its output
   */
  public static void run(List<String> command) throws IOException {
    run(command, PATIENCE);
  }

  // Output goes to a file: a pipe ends only when the last who inherited it has ended.
  static void run(List<String> command, Duration patience) throws IOException {
    Path output = Files.createTempFile("clientele-program", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!ends(process, patience)) {
        process.destroyForcibly();
        throw new IOException(
            "%s did not end in %s: %s".formatted(command.get(0), patience, said(output)));
      }
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + said(output));
      }
    } finally {
      Files.delete(output);
    }
  }

  private static boolean ends(Process process, Duration patience) throws IOException {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a program", e);
    }
  }

  private static String said(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }

  /** The command, in a session of its own where the system can do that, out of Ctrl-C's reach. */
  static List<String> inOwnSession(List<String> command) {
    List<String> whole = new ArrayList<>();
    find("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
    whole.addAll(command);
    return whole;
  }
}
