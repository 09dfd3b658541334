package io.clientele.local.command;

import io.clientele.local.platform.PlatformLock;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the platform and keeps its state. */
@Command(
    name = "down",
    description = "Stops everything that runs here, whoever started it. State is kept.",
    mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

  @Mixin private Location location;

  @Override
  public Integer call() throws IOException {
    List<Child> stopped =
        PlatformLock.whileHeld(
            location.home(), () -> location.platform(System.out::println).stopAll());
    if (stopped.isEmpty()) {
      System.out.println("nothing was running");
    }
    return 0;
  }
}
