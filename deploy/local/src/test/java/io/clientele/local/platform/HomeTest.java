package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {

  @TempDir private Path directory;

  @Test
  void clearingDeletesWhatIsOursAndNothingElse() throws Exception {
    Home home = new Home(directory);
    Credentials.of(home);
    Path log = home.log("ingest");
    Path thesis = directory.resolve("Documents/thesis.txt");
    for (Path file : new Path[] {log, thesis, home.lock(), home.simulatedShop(), home.roster()}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "text");
    }

    home.clear();

    assertThat(thesis).exists();
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(directory.resolve("Documents"), home.lock());
    }
  }

  @Test
  void folderWithoutCredentialsIsNoPlatforms() throws Exception {
    Home home = new Home(directory);
    Files.createDirectories(home.log("x").getParent());

    assertThat(home.isInUse()).isFalse();
  }
}
