package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.local.process.Child;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchTest {

  @TempDir private Path directory;

  private Home home;
  private Platform platform;
  private Child profile;
  private Watch watch;

  @BeforeEach
  void start() throws Exception {
    home = new Home(directory);
    platform = platform();
    Child ingest = platform.start(Sleeper.named("ingest", home));
    profile = platform.start(Sleeper.named("profile", home));
    watch = new Watch(platform, home, List.of(ingest, profile));
  }

  @AfterEach
  void stop() throws Exception {
    platform().stopAll();
  }

  @Test
  void deathIsToldOnceAndStaysOnRecord() throws Exception {
    platform.kill("profile");

    List<Child> told = watch.deaths();

    assertThat(told).containsExactly(profile);
    assertThat(watch.deaths()).isEmpty();
    assertThat(watch.isOver()).isFalse();
    assertThat(platform.child("profile")).contains(profile);
  }

  @Test
  void deadChildIsStartedAgainByTheNextUp() throws Exception {
    platform.kill("profile");

    Child again = platform().start(Sleeper.named("profile", home));

    assertThat(again.isAlive()).isTrue();
    assertThat(platform.children()).hasSize(2).contains(again);
  }

  @Test
  void nobodyIsDeadWhileAnotherCommandStopsThePlatform() throws Exception {
    platform.kill("profile");

    List<Child> told = PlatformLock.whileHeld(home, watch::deaths);

    assertThat(told).isEmpty();
  }

  @Test
  void stoppedByAnotherCommandIsNoDeathButTheEnd() throws Exception {
    platform().stopAll();

    assertThat(watch.deaths()).isEmpty();
    assertThat(watch.isOver()).isTrue();
  }

  @Test
  void launcherThatStopsFindsNobodyDeadAndStartsNobody() throws Exception {
    platform.kill("profile");
    platform.stopStarted();

    assertThat(watch.deaths()).isEmpty();
    assertThatThrownBy(() -> platform.start(Sleeper.named("scoring", home)))
        .isInstanceOf(PlatformException.class);
    assertThat(platform.children()).isEmpty();
  }

  @Test
  void launcherLeavesWhatAnotherStartedInPlaceOfItsOwn() throws Exception {
    platform.kill("profile");
    Child successor = platform().start(Sleeper.named("profile", home));

    platform.stopStarted();

    assertThat(successor.isAlive()).isTrue();
    assertThat(platform.children()).containsExactly(successor);
  }

  private Platform platform() throws Exception {
    return new Platform(directory, home, line -> {});
  }
}
