package io.clientele.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The source that is measured. */
public final class Checkout {

  private Checkout() {}

  /** Its commit, with {@code +} behind it if something was changed since; else unknown. */
  public static String commit(Path checkout) throws IOException, InterruptedException {
    String head = git(checkout, "rev-parse", "--short=12", "HEAD");
    if (head.isEmpty()) {
      return "unknown";
    }
    String changed =
        git(checkout, "status", "--porcelain", "--untracked-files=no", ":!deploy/bench/results");
    return changed.isEmpty() ? head : head + "+";
  }

  private static String git(Path checkout, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command)
            .directory(checkout.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.strip() : "";
  }
}
