package io.clientele.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code deploy/clientele} builds, with a java and a Maven that only say what they got. */
final class ScriptTest {

  private static final Path SCRIPT = Path.of("..", "clientele");
  private static final String LOCAL = "deploy/local/target/local-0.1.0-SNAPSHOT.jar";
  private static final String PROFILE = "profile-service/target/quarkus-app/quarkus-run.jar";

  @TempDir private Path directory;

  private Path checkout;

  @BeforeEach
  void makeACheckoutWhereEverythingIsStale() throws Exception {
    checkout = Files.createDirectories(directory.resolve("a checkout")).toRealPath();
    Files.createDirectories(checkout.resolve("deploy"));
    Files.copy(SCRIPT, checkout.resolve("deploy/clientele"));
    for (String product :
        List.of(
            LOCAL,
            PROFILE,
            "ingest-service/target/quarkus-app/quarkus-run.jar",
            "scoring-service/target/quarkus-app/quarkus-run.jar",
            "recommendation-service/target/quarkus-app/quarkus-run.jar",
            "lifecycle-service/target/quarkus-app/quarkus-run.jar")) {
      Path file = checkout.resolve(product);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
    Files.createFile(checkout.resolve("pom.xml"));
    program(
        "java", "if [ \"$1\" = -version ]; then echo 'version \"17.0.1\"' >&2; else echo ran; fi");
    program("mvn", "echo \"[ERROR] maven $*\"; exit 1");
  }

  @Test
  void onlyUpBuildsWhatHasChanged() throws Exception {
    for (String command : List.of("down", "status", "logs", "load", "simulate")) {
      assertThat(run(command)).contains("ran").doesNotContain("maven");
    }
    assertThat(run("up"))
        .contains("maven", "deploy/local", "profile-service")
        .doesNotContain("ran");
  }

  @Test
  void benchBuildsItselfWhatItIsHeldAgainstAndTheServiceThatItMeasures() throws Exception {
    assertThat(run("bench"))
        .contains("-pl deploy/bench,deploy/bench/bare-handler,ingest-service -am");
    assertThat(run("bench", "profile")).contains("-pl deploy/bench,profile-service -am");
    assertThat(run("bench", "recommend")).contains("-pl deploy/bench,recommendation-service -am");
  }

  @Test
  void evaluateBuildsItselfAndTheServiceThatItMayAsk() throws Exception {
    assertThat(run("evaluate", "sessions")).contains("-pl deploy/bench,recommendation-service -am");
  }

  @Test
  void buildNamesTheModuleThatItIsAtAndTheCommandRunsAfterIt() throws Exception {
    program("mvn", "echo '[INFO] Building Clientele :: profile service 0.1 [1/2]'");

    assertThat(run("up")).contains("  profile service 0.1 [1/2]", "ran");
  }

  @Test
  void everyCommandBuildsTheCommandItselfIfItIsMissing() throws Exception {
    Files.delete(checkout.resolve(LOCAL));

    assertThat(run("status")).contains("-pl deploy/local -am").doesNotContain("profile-service");
  }

  @Test
  void serviceThatRunsIsNotBuiltUnderItsProcess() throws Exception {
    Process profile =
        new ProcessBuilder(
                "sh", "-c", "sleep 60; exit", "java", checkout.resolve(PROFILE).toString())
            .start();
    try {
      assertThat(run("up"))
          .contains(
              "profile-service has changed but runs", "-pl deploy/local,ingest-service,scoring");
    } finally {
      profile.descendants().forEach(ProcessHandle::destroyForcibly);
      profile.destroyForcibly();
    }
  }

  private void program(String name, String text) throws Exception {
    Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What it prints, wherever it prints it. */
  private String run(String... words) throws Exception {
    Path output = directory.resolve("output");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", checkout.resolve("deploy/clientele").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().remove("JAVA_HOME");
    builder
        .environment()
        .merge("PATH", directory.resolve("bin") + ":", (path, ours) -> ours + path);
    Process script = builder.start();
    assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
