package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {

  @TempDir private Path directory;

  private Home home;

  @BeforeEach
  void makeHome() {
    home = new Home(directory);
  }

  @Test
  void secretsAreDrawnOnceEachAnotherOne() throws Exception {
    Credentials drawn = Credentials.of(home);

    assertThat(Credentials.of(home)).isEqualTo(drawn);
    assertThat(
            Set.of(
                drawn.writeKey(),
                drawn.operatorToken(),
                drawn.postgresPassword(),
                drawn.ingestPassword(),
                drawn.lifecyclePassword()))
        .hasSize(5);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.credentials())))
        .isEqualTo("rw-------");
  }

  @Test
  void fileOfAnEarlierVersionKeepsItsSecretsAndGetsTheMissingOnes() throws Exception {
    Files.writeString(
        home.credentials(),
        """
        {"writeKey":"w","postgresPassword":"p","lifecyclePassword":"l"}
        """);

    Credentials completed = Credentials.of(home);

    assertThat(completed)
        .isEqualTo(
            new Credentials("w", completed.operatorToken(), "p", completed.ingestPassword(), "l"));
    assertThat(completed.operatorToken()).isNotBlank();
    assertThat(completed.ingestPassword()).isNotBlank();
    assertThat(Credentials.of(home)).isEqualTo(completed);
  }
}
