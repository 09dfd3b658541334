package io.clientele.system;

import io.clientele.local.platform.Backing;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Tuning;
import io.clientele.local.process.Child;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ingest service and the profiles behind it, on a broker and a database that tests may kill:
 * always embedded ones, since a container comes back at another port.
 */
final class FrontDoor implements Addresses, AutoCloseable {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

  /** The heap that the issue grants to ingest, however much is sent. */
  private static final List<String> JVM_OPTIONS =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** Shorter than usual, so that a test of slow senders need not wait for half a minute. */
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(10);

  private final Home home;
  private final Platform platform;
  private final Backing backing;

  FrontDoor() throws IOException {
    home = new Home(Files.createTempDirectory("clientele-front-door"));
    System.out.println("the front door under test and its logs: " + home.directory());
    platform = Platform.onFreePorts(CHECKOUT, home, System.out::println);
    Fixtures.closeAtExit(this);
    backing = platform.startBacking();
    platform.awaitReady(List.of(startIngest(1), platform.start(Service.PROFILE, 1)));
  }

  @Override
  public String url(Service service) {
    return url(child(service.label()));
  }

  @Override
  public String writeKey() {
    return platform.credentials().writeKey();
  }

  @Override
  public String operatorToken() {
    return platform.credentials().operatorToken();
  }

  /** The broker's address. */
  String kafka() {
    return backing.kafka();
  }

  /** Where ingest looks for rates, which are not there unless a test writes them. */
  Path exchangeRates() {
    return home.directory().resolve("rates.csv");
  }

  /** Where each instance of ingest answers, dead ones too. */
  List<String> doors() {
    try {
      return platform.children().stream()
          .filter(child -> Service.INGEST.owns(child.name()))
          .map(FrontDoor::url)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the platform's own list is not to be read", e);
    }
  }

  /** The process id of an instance of ingest. */
  long ingestPid(int instance) {
    return child(Service.INGEST.instance(instance)).pid();
  }

  /** Starts an instance of ingest, or starts it again, and waits until it is ready. */
  void openIngest(int instance) throws IOException {
    platform.awaitReady(List.of(startIngest(instance)));
  }

  /** Ends an instance of ingest as a crash would. */
  void killIngest(int instance) throws IOException {
    platform.kill(Service.INGEST.instance(instance));
  }

  /** The same front door with the profiles of one instance behind it. */
  Addresses withProfiles(int instance) {
    return new WithProfiles(this, url(child(Service.PROFILE.instance(instance))));
  }

  private record WithProfiles(Addresses front, String profiles) implements Addresses {

    @Override
    public String url(Service service) {
      return service == Service.PROFILE ? profiles : front.url(service);
    }

    @Override
    public String writeKey() {
      return front.writeKey();
    }

    @Override
    public String operatorToken() {
      return front.operatorToken();
    }
  }

  /** Starts an instance of the profiles, or starts it again, and waits until it is ready. */
  void openProfiles(int instance) throws IOException {
    platform.awaitReady(List.of(platform.start(Service.PROFILE, instance)));
  }

  /** Ends an instance of the profiles as a crash would. */
  void killProfiles(int instance) throws IOException {
    platform.kill(Service.PROFILE.instance(instance));
  }

  /** Ends the broker as a crash would. */
  void killBroker() throws IOException {
    platform.kill(Platform.KAFKA);
  }

  /** Holds the broker: what is sent to it meanwhile waits in the operating system. */
  void holdBroker() throws IOException {
    signalBroker("STOP");
  }

  /** Lets the broker go on. */
  void releaseBroker() throws IOException {
    signalBroker("CONT");
  }

  /** Ends the database as a crash would. */
  void killDatabase() throws IOException {
    platform.kill(Platform.POSTGRES);
  }

  /** Starts broker and database again where they do not run, at the ports that they had. */
  void startBacking() throws IOException {
    platform.startBacking();
  }

  /** Everything back to how the next test expects it. */
  void mend() throws IOException {
    releaseBroker();
    startBacking();
    List<Child> services = new ArrayList<>();
    for (Child child : platform.children()) {
      if (isFurther(Service.INGEST, child) || isFurther(Service.PROFILE, child)) {
        platform.stop(child);
      }
    }
    services.add(startIngest(1));
    services.add(platform.start(Service.PROFILE, 1));
    platform.awaitReady(services);
  }

  private static boolean isFurther(Service service, Child child) {
    return service.owns(child.name()) && !child.name().equals(service.label());
  }

  private Child startIngest(int instance) throws IOException {
    Map<String, String> environment =
        Map.of(
            "CLIENTELE_INGEST_EXCHANGE_RATES", exchangeRates().toString(),
            "CLIENTELE_INGEST_BODY_DEADLINE", BODY_DEADLINE.toString());
    return platform.start(Service.INGEST, instance, new Tuning(JVM_OPTIONS, environment));
  }

  private void signalBroker(String signal) throws IOException {
    Optional<Child> broker = platform.child(Platform.KAFKA).filter(Child::isAlive);
    if (broker.isPresent()) {
      String pid = Long.toString(broker.get().pid());
      Programs.run(List.of("sh", "-c", "kill -" + signal + " \"$0\"", pid));
    }
  }

  private Child child(String name) {
    try {
      return platform
          .child(name)
          .orElseThrow(() -> new IllegalStateException(name + " was never started"));
    } catch (IOException e) {
      throw new UncheckedIOException("the platform's own list is not to be read", e);
    }
  }

  private static String url(Child child) {
    return "http://" + child.address();
  }

  @Override
  public void close() throws IOException {
    releaseBroker();
    platform.stopAll();
  }
}
