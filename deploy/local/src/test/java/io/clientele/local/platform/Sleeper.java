package io.clientele.local.platform;

import io.clientele.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A child that does nothing, for tests about children. */
final class Sleeper {

  private Sleeper() {}

  static Launch named(String name, Home home) {
    return listening(name, 0, home);
  }

  /** One that is said to listen at this port. */
  static Launch listening(String name, int port, Home home) {
    Path log = home.log(name);
    List<String> command = List.of("sh", "-c", "echo $0 sleeps; exec sleep 300", name);
    return new Launch(name, command, Map.of(), port, log);
  }
}
