package io.clientele.system;

import io.clientele.local.load.CatchUp;
import io.clientele.local.load.Formats;
import io.clientele.local.load.IngestClient;
import io.clientele.local.load.LoadReport;
import io.clientele.local.load.Loading;
import io.clientele.local.platform.Backing;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/**
 * The five packaged services on a real broker and a real database, started once for all tests:
 * containers where a Docker engine answers, the embedded ones elsewhere.
 */
final class RunningPlatform implements Addresses, AutoCloseable {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

  private final Home home;
  private final Platform platform;
  private final Backing backing;
  private final Containers containers;
  private final Map<Service, Child> services = new EnumMap<>(Service.class);

  RunningPlatform() throws IOException {
    home = new Home(Files.createTempDirectory("clientele-system-tests"));
    System.out.println("the platform under test and its logs: " + home.directory());
    platform = new Platform(CHECKOUT, home, System.out::println);
    Fixtures.closeAtExit(this);
    containers = DockerClientFactory.instance().isDockerAvailable() ? Containers.started() : null;
    backing = containers == null ? platform.startBacking() : platform.standOn(containers.backing());
    List<Child> started = new ArrayList<>();
    for (Service service : Service.values()) {
      Child child = platform.start(service, 1);
      services.put(service, child);
      started.add(child);
    }
    platform.awaitReady(started);
  }

  @Override
  public String url(Service service) {
    return "http://" + services.get(service).address();
  }

  /** The broker's address. */
  String kafka() {
    return backing.kafka();
  }

  @Override
  public String writeKey() {
    return platform.credentials().writeKey();
  }

  @Override
  public String operatorToken() {
    return platform.credentials().operatorToken();
  }

  /** Ends a service as a crash would. */
  void kill(Service service) throws IOException {
    platform.kill(service.label());
  }

  /** Starts a killed service again and waits until it is ready. */
  void restart(Service service) throws IOException {
    Child child = platform.start(service, 1);
    services.put(service, child);
    platform.awaitReady(List.of(child));
  }

  /** Loads a file as {@code clientele load} does and waits until every service has caught up. */
  LoadReport load(Path file, String format) throws IOException {
    return new Loading(new IngestClient(URI.create(url(Service.INGEST)), writeKey()), System.out)
        .run(
            new Loading.Order(
                file,
                Formats.named(format, "USD", Instant.now()),
                false,
                0,
                home.loads().resolve("rejected")),
            () -> new CatchUp(kafka(), List.of(services.get(Service.RECOMMENDATION))));
  }

  @Override
  public void close() throws IOException {
    platform.stopAll();
    if (containers != null) {
      containers.close();
    }
  }
}
