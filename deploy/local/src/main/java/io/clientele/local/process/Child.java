package io.clientele.local.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A process that we started, described so that any later launcher finds it again and takes no other
 * process for it.
 *
 * @param name unique among the children, such as {@code profile} or {@code profile-2}
 * @param pid its process id; ids are used again, so that it counts only together with the start
 * @param startedAt when the process started, as the operating system says
 * @param port where it listens on 127.0.0.1, 0 if it does not
 * @param log where its output goes
 */
public record Child(String name, long pid, Instant startedAt, int port, Path log) {

  /** The operating system counts starts in hundredths from a boot time rounded to seconds. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  public Child {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(log, "log");
  }

  /** The running process, or nothing if it is dead or its id belongs to another one now. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(this::isSame).filter(handle -> !isZombie());
  }

  /** Whether it still runs. */
  @JsonIgnore
  public boolean isAlive() {
    return process().isPresent();
  }

  /** The host and port where it listens. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  private boolean isSame(ProcessHandle handle) {
    return handle.isAlive()
        && handle
            .info()
            .startInstant()
            .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
            .orElse(false);
  }

  /** Where nobody reaps orphans, as in many containers, a dead process keeps its entry. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false; // no such file system here, or the process has just gone: isAlive() says which
    }
  }
}
