package io.clientele.local.command;

import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which platform a command is about. */
final class Location {

  private final Path checkout =
      Path.of(System.getProperty("clientele.checkout", "")).toAbsolutePath();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where the platform keeps its state; .clientele in the checkout by default.")
  private Path state;

  Home home() {
    return new Home(state == null ? checkout.resolve(".clientele") : state);
  }

  Platform platform(Consumer<String> say) throws IOException {
    return new Platform(checkout, home(), say);
  }

  /** The arguments by which another process of ours finds the same platform. */
  List<String> arguments() {
    return new ArrayList<>(List.of("--state", home().directory().toString()));
  }

  Path checkout() {
    return checkout;
  }
}
