package io.clientele.local.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A look at a platform, in the shape that {@code status --json} prints.
 *
 * @param services by label, started or not
 * @param kafka the broker's address, or null if it does not run
 * @param postgres the lifecycle database's JDBC URL, or null if the server does not run
 * @param token the operator's, with which sources are kept; other reading asks for nothing yet
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlatformStatus(
    Map<String, ServiceStatus> services,
    String kafka,
    String postgres,
    String writeKey,
    String token) {

  /**
   * One service: its first instance, and all of them where several are recorded.
   *
   * @param url null if it was never started
   */
  public record ServiceStatus(
      @JsonInclude(JsonInclude.Include.ALWAYS) String url,
      boolean ready,
      @JsonInclude(JsonInclude.Include.ALWAYS) Long pid,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Instance> instances) {}

  /** One of several processes of a service. */
  public record Instance(String url, boolean ready, long pid) {}

  /** Asks every child. */
  public static PlatformStatus of(Platform platform) throws IOException {
    Health health = new Health();
    List<Child> children = platform.children();
    Map<String, ServiceStatus> services = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      services.put(service.label(), status(service, children, health));
    }
    String kafka = null;
    String postgres = null;
    for (Child child : children) {
      if (child.name().equals(Platform.KAFKA) && child.isAlive()) {
        kafka = child.address();
      } else if (child.name().equals(Platform.POSTGRES) && child.isAlive()) {
        postgres = Platform.databaseUrl(child, Service.LIFECYCLE);
      }
    }
    Credentials credentials = platform.credentials();
    return new PlatformStatus(
        services, kafka, postgres, credentials.writeKey(), credentials.operatorToken());
  }

  /** Whether broker, database and every instance of every service are up. */
  public boolean allReady() {
    return kafka != null
        && postgres != null
        && services.values().stream().allMatch(ServiceStatus::ready);
  }

  private static ServiceStatus status(Service service, List<Child> children, Health health) {
    List<Instance> instances = new ArrayList<>();
    for (Child child : children) {
      if (service.owns(child.name())) {
        boolean ready = child.isAlive() && health.isReady(child);
        instances.add(new Instance("http://" + child.address(), ready, child.pid()));
      }
    }
    if (instances.isEmpty()) {
      return new ServiceStatus(null, false, null, null);
    }
    Instance first = instances.get(0);
    return new ServiceStatus(
        first.url(),
        instances.stream().allMatch(Instance::ready),
        first.pid(),
        instances.size() > 1 ? instances : null);
  }
}
