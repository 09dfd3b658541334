package io.clientele.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a process is asked to end; whoever does not end in time is killed. */
public enum Ending {
  /** SIGTERM: finish what is under way, then end. */
  TERMINATE,
  /** SIGINT, which PostgreSQL takes for "end now, in order, whoever is connected". */
  INTERRUPT,
  /** SIGKILL: end without another instruction. */
  KILL;

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE_AFTER_KILL = Duration.ofSeconds(10);

  /**
   * Ends the child if it still runs and waits until it is gone, killing it if {@code patience} runs
   * out.
   */
  public void apply(Child child, Duration patience) throws IOException {
    Optional<ProcessHandle> process = child.process();
    if (process.isEmpty()) {
      return;
    }
    ask(process.get());
    if (!isGone(child, patience)) {
      process.get().destroyForcibly();
      isGone(child, PATIENCE_AFTER_KILL);
    }
  }

  private void ask(ProcessHandle process) throws IOException {
    switch (this) {
      case TERMINATE -> process.destroy();
      case INTERRUPT ->
          Programs.run(List.of("sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid())));
      case KILL -> process.destroyForcibly();
    }
  }

  // Not ProcessHandle.onExit(): where nobody reaps orphans it waits for ever.
  private static boolean isGone(Child child, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (child.isAlive()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return !child.isAlive();
      }
    }
    return true;
  }
}
