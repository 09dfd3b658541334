package io.clientele.local.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param startedAt when the process started, as the operating system said then
 * @param birth the same as {@link Birth} tells it, whatever happens to the clock; null where the
 *     system cannot tell
 * @param port where it listens on 127.0.0.1, 0 if it does not
 * @param log where its output goes
 */
public record Child(String name, long pid, Instant startedAt, String birth, int port, Path log) {

  /** The operating system counts starts in hundredths from a boot time rounded to seconds. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  public Child {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(log, "log");
  }

  /** The process as a child that listens and writes where it is said to. */
  public static Child of(String name, ProcessHandle process, int port, Path log) {
    Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
    return new Child(
        name, process.pid(), startedAt, Birth.of(process.pid()).orElse(null), port, log);
  }

  /** The running process, or nothing if it is dead or its id belongs to another one now. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(this::isSame).filter(handle -> !Birth.isZombie(pid));
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
    if (!handle.isAlive()) {
      return false;
    }
    if (birth != null) {
      return Birth.of(pid).map(birth::equals).orElse(false);
    }
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(false);
  }
}
