package io.clientele.local.platform;

import java.util.List;
import java.util.Map;

/**
 * How a service's process is run.
 *
 * @param jvmOptions heap, collector, compiler; what a start needs anyway is added
 * @param environment what it gets beyond the usual; it wins over the usual
 */
public record Tuning(List<String> jvmOptions, Map<String, String> environment) {

  public Tuning {
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }

  /** A small heap and a quick start rather than the highest speed: all services share a machine. */
  static Tuning usual(Service service) {
    return new Tuning(
        List.of(
            "-Xmx" + service.heapMebibytes() + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        Map.of());
  }
}
