package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.local.platform.PlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSetsTest {

  @TempDir private Path directory;

  @Test
  void yooChooseAsksEveryPrefixOfTheTestSessions() throws Exception {
    file("train_sessions.txt.gz", "a b", "c d");
    file("test_sessions.txt.gz", "a b a");
    file("test_prefix_target.tsv.gz", "a b\ta", "a\tb");

    Protocol protocol = new YooChoose(new DataFolder(directory)).test();

    assertThat(protocol.queries()).extracting(Query::target).containsExactly("b", "a");
    assertThat(protocol.queries().get(1).items()).containsExactly("a", "b");
    assertThat(protocol.excludeCurrent()).isFalse();
  }

  @Test
  void yooChooseGoesOnAtThePaceOfItsTrainingPart() throws Exception {
    file("train_sessions.txt.gz", "a b", "c d");
    file("test_sessions.txt.gz", "a b");
    file("test_prefix_target.tsv.gz", "a\tb");

    Protocol protocol = new YooChoose(new DataFolder(directory)).test();

    Instant first = protocol.train().get(0).times().get(0);
    assertThat(protocol.train().get(1).times().get(1))
        .isEqualTo(first.plus(Duration.ofHours(84)).plusSeconds(10));
    assertThat(protocol.queries().get(0).at()).isEqualTo(first.plus(Duration.ofDays(7)));
  }

  @Test
  void pairsThatTheSessionsDoNotHaveAreRefused() throws Exception {
    file("train_sessions.txt.gz", "a b");
    file("test_sessions.txt.gz", "a b", "a b");
    file("test_prefix_target.tsv.gz", "a\tb", "a\tc");

    assertThatThrownBy(() -> new YooChoose(new DataFolder(directory)).test())
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("the same pairs");
  }

  @Test
  void yooChooseIsChosenByTheLastEighthOfItsTrainingPart() throws Exception {
    file("train_sessions.txt.gz", "1 2", "2 3", "3 4", "4 5", "5 6", "6 7", "7 8", "8 9");

    Protocol protocol = new YooChoose(new DataFolder(directory)).validation();

    assertThat(protocol.train()).hasSize(7);
    assertThat(protocol.queries()).extracting(Query::target).containsExactly("9");
  }

  @Test
  void serenadeIsOrderedByTimeThenByTheFile() throws Exception {
    serenade("train.txt.gz", "1\ta\t100.0", "1\tb\t90.0", "1\tc\t100.0");
    serenade("test.txt.gz", "2\ta\t200.0", "2\tb\t210.0");

    Protocol protocol = new Serenade(new DataFolder(directory)).test();

    Session session = protocol.train().get(0);
    assertThat(session.items()).containsExactly("b", "a", "c");
    assertThat(session.times())
        .containsExactly(
            Instant.ofEpochSecond(90),
            Instant.ofEpochSecond(100),
            Instant.ofEpochSecond(100).plusMillis(1));
    assertThat(protocol.excludeCurrent()).isTrue();
  }

  @Test
  void missingDataAreNamed() {
    assertThatThrownBy(() -> new Serenade(new DataFolder(directory)).test())
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("train.txt.gz");
  }

  private void serenade(String name, String... clicks) throws IOException {
    String[] lines = new String[clicks.length + 1];
    lines[0] = "SessionId\tItemId\tTime";
    System.arraycopy(clicks, 0, lines, 1, clicks.length);
    file(name, lines);
  }

  private void file(String name, String... lines) throws IOException {
    try (GZIPOutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
      packed.write(String.join("\n", List.of(lines)).getBytes(StandardCharsets.UTF_8));
    }
  }
}
