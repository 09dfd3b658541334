package io.clientele.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramsTest {

  @Test
  void programThatDoesNotEndIsEnded() {
    assertThatThrownBy(
            () ->
                Programs.run(
                    List.of("sh", "-c", "echo said; exec sleep 30"), Duration.ofMillis(300)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not end")
        .hasMessageContaining("said");
  }

  @Test
  void programThatLeavesSomebodyBehindHasEnded() throws Exception {
    Instant begun = Instant.now();

    Programs.run(List.of("sh", "-c", "sleep 5 & echo done"));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void failureShowsWhatTheProgramSaid() {
    assertThatThrownBy(() -> Programs.run(List.of("sh", "-c", "echo no disk; exit 3")))
        .hasMessageContaining("no disk");
  }
}
