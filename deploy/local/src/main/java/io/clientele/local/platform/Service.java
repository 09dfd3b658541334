package io.clientele.local.platform;

import java.util.Arrays;
import java.util.Locale;

/** The five services, with what running them on one machine takes. */
public enum Service {
  INGEST(8081, 256),
  PROFILE(8082, 256),
  SCORING(8083, 256),
  RECOMMENDATION(8084, 512),
  LIFECYCLE(8085, 256);

  private final int usualPort;
  private final int heapMebibytes;

  Service(int usualPort, int heapMebibytes) {
    this.usualPort = usualPort;
    this.heapMebibytes = heapMebibytes;
  }

  /** The name that commands and logs use, such as {@code ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its folder, and of its Kafka Streams application. */
  public String module() {
    return label() + "-service";
  }

  /** Where it listens unless somebody else does. */
  public int usualPort() {
    return usualPort;
  }

  int heapMebibytes() {
    return heapMebibytes;
  }

  /** The child's name of one of its instances, which count from 1. */
  public String instance(int number) {
    return number == 1 ? label() : label() + "-" + number;
  }

  /** Whether a child of this name is one of its instances. */
  public boolean owns(String child) {
    return child.equals(label()) || child.matches(label() + "-\\d+");
  }

  /**
   * The service of this label.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static Service named(String label) {
    return Arrays.stream(values())
        .filter(service -> service.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no service is called "
                        + label
                        + "; there are "
                        + Arrays.stream(values()).map(Service::label).toList()));
  }
}
