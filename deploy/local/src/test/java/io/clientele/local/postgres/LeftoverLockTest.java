package io.clientele.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import io.clientele.local.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoverLockTest {

  @TempDir private Path directory;

  private Path data;
  private Path lock;

  @BeforeEach
  void makeData() throws Exception {
    data = Files.createDirectories(directory.resolve("data"));
    lock = data.resolve("postmaster.pid");
  }

  @Test
  void lockOfAStrangerWhoGotTheNumberIsRemoved() throws Exception {
    writeLock(ProcessHandle.current().pid());

    assertThat(server().orphan(directory.resolve("log"))).isEmpty();
    assertThat(lock).doesNotExist();
  }

  @Test
  void processOnOurDataIsFoundWhateverTheClockSaysAndKeepsItsLock() throws Exception {
    List<String> command = List.of("sh", "-c", "sleep 300; exit", "postgres", data.toString());
    Child running = new Launch("postgres", command, Map.of(), 0, directory.resolve("log")).start();
    try {
      writeLock(running.pid());

      assertThat(server().orphan(directory.resolve("log")))
          .get()
          .extracting(Child::pid)
          .isEqualTo(running.pid());
      assertThat(lock).exists();
    } finally {
      Ending.KILL.apply(running, Duration.ofSeconds(5));
    }
  }

  private PostgresServer server() {
    return new PostgresServer(directory, "secret");
  }

  /** Of a start that no process has, as after the clock was set. */
  private void writeLock(long pid) throws Exception {
    Files.write(lock, List.of(Long.toString(pid), data.toString(), "1000", "5432"));
  }
}
