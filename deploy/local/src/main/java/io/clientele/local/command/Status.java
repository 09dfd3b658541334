package io.clientele.local.command;

import io.clientele.contract.Json;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformStatus;
import io.clientele.local.platform.PlatformStatus.Instance;
import io.clientele.local.platform.PlatformStatus.ServiceStatus;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what runs and how it is. */
@Command(
    name = "status",
    description = "Shows what runs and where; ends with 0 only if all of it is ready.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

  private static final String ROW = "%-16s %-9s %-8s %s%n";

  @Mixin private Location location;

  @Option(names = "--json", description = "One JSON object, for scripts.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Platform platform = location.platform(System.err::println);
    PlatformStatus status = PlatformStatus.of(platform);
    if (json) {
      System.out.println(Json.mapper().writeValueAsString(status));
    } else {
      print(platform, status);
    }
    boolean allAlive = platform.children().stream().allMatch(Child::isAlive);
    return allAlive && status.allReady() ? 0 : 1;
  }

  private static void print(Platform platform, PlatformStatus status) throws IOException {
    System.out.printf(ROW, "PROCESS", "STATE", "PID", "ADDRESS");
    List<Child> children = platform.children();
    for (Child child : children) {
      System.out.printf(
          ROW, child.name(), state(child, status), child.pid(), address(child, status));
    }
    for (Map.Entry<String, ServiceStatus> service : status.services().entrySet()) {
      if (service.getValue().url() == null) {
        System.out.printf(ROW, service.getKey(), "stopped", "-", "-");
      }
    }
    System.out.println("write key: " + status.writeKey());
    System.out.println("operator token: " + status.token());
    for (Child child : children) {
      if (!child.isAlive()) {
        System.out.println();
        System.out.println(Platform.obituary(child));
      }
    }
  }

  private static String state(Child child, PlatformStatus status) {
    if (!child.isAlive()) {
      return "dead";
    }
    String url = "http://" + child.address();
    for (ServiceStatus service : status.services().values()) {
      if (url.equals(service.url()) && service.instances() == null) {
        return service.ready() ? "ready" : "starting";
      }
      if (service.instances() != null) {
        for (Instance instance : service.instances()) {
          if (instance.url().equals(url)) {
            return instance.ready() ? "ready" : "starting";
          }
        }
      }
    }
    return "running";
  }

  private static String address(Child child, PlatformStatus status) {
    if (child.name().equals(Platform.POSTGRES) && status.postgres() != null) {
      return status.postgres();
    }
    return child.port() == 0 ? "-" : child.address();
  }
}
