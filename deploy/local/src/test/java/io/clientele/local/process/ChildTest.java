package io.clientele.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

final class ChildTest {

  private final Child we = Child.of("we", ProcessHandle.current(), 0, Path.of("log"));

  @Test
  @EnabledIf("isLinux")
  void childLivesOnWhenTheClockIsSet() {
    Child recorded =
        new Child(
            we.name(),
            we.pid(),
            we.startedAt().minus(Duration.ofHours(1)),
            we.birth(),
            0,
            we.log());

    assertThat(recorded.isAlive()).isTrue();
  }

  @Test
  @EnabledIf("isLinux")
  void processThatGotTheIdAtTheSameSecondIsAnother() {
    Child recorded = new Child(we.name(), we.pid(), we.startedAt(), we.birth() + "1", 0, we.log());

    assertThat(recorded.isAlive()).isFalse();
  }

  @Test
  void startByTheClockDecidesWhereTheSystemTellsNoMore() {
    Child same = new Child(we.name(), we.pid(), we.startedAt(), null, 0, we.log());
    Child other =
        new Child(
            we.name(), we.pid(), we.startedAt().minus(Duration.ofHours(1)), null, 0, we.log());

    assertThat(same.isAlive()).isTrue();
    assertThat(other.isAlive()).isFalse();
  }

  static boolean isLinux() {
    return Birth.of(ProcessHandle.current().pid()).isPresent();
  }
}
