package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.process.Child;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterTest {

  @TempDir private Path directory;

  @Test
  void launchersThatWriteAtOnceLoseNobody() throws Exception {
    List<Callable<Void>> writers =
        IntStream.range(0, 40).<Callable<Void>>mapToObj(number -> () -> put(number)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (var written : threads.invokeAll(writers)) {
        written.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(roster().children()).hasSize(40);
  }

  @Test
  void successorOfAForgottenChildStays() throws Exception {
    roster().put(child("ingest", 1));
    roster().put(child("ingest", 2));

    roster().remove(child("ingest", 1));

    assertThat(roster().children()).containsExactly(child("ingest", 2));
  }

  private Void put(int number) throws Exception {
    roster().put(child("child-" + number, number));
    return null;
  }

  private Roster roster() {
    return new Roster(new Home(directory));
  }

  private Child child(String name, long pid) {
    return new Child(name, pid, Instant.EPOCH, "boot:1", 0, directory.resolve("log"));
  }
}
