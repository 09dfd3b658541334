package io.clientele.local.platform;

import io.clientele.local.broker.KafkaBroker;
import io.clientele.local.postgres.PostgresServer;
import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import io.clientele.local.process.Launch;
import io.clientele.local.process.LogTail;
import io.clientele.local.process.Ports;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The whole platform on one machine: broker, database and services as child processes, which a
 * later launcher finds again through the same home.
 */
public final class Platform {

  public static final String KAFKA = "kafka";
  public static final String POSTGRES = "postgres";

  private static final int USUAL_KAFKA_PORT = 9092;
  private static final int USUAL_POSTGRES_PORT = 5432;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TAIL_LINES = 25;

  private final Path checkout;
  private final Home home;
  private final Consumer<String> say;
  private final Credentials credentials;
  private final Roster roster;
  private final Health health = new Health();
  private final Set<String> startedHere = ConcurrentHashMap.newKeySet();
  private Backing backing;

  /**
   * The platform of this home, running or not.
   *
   * @param checkout the folder with the built modules
   * @param say takes one line about each step
   */
  public Platform(Path checkout, Home home, Consumer<String> say) throws IOException {
    this.checkout = checkout;
    this.home = home;
    this.say = say;
    this.credentials = Credentials.of(home);
    this.roster = new Roster(home);
  }

  /** This platform's secrets. */
  public Credentials credentials() {
    return credentials;
  }

  /** Every recorded child, dead ones too. */
  public List<Child> children() throws IOException {
    return roster.children();
  }

  /** The recorded child of this name, dead or alive. */
  public Optional<Child> child(String name) throws IOException {
    return roster.child(name);
  }

  /** Starts broker and database unless they run, and waits until both answer. */
  public Backing startBacking() throws IOException {
    Child kafka = startKafka();
    PostgresServer server = new PostgresServer(home.postgres(), credentials.postgresPassword());
    Child postgres = startPostgres(server);
    await("PostgreSQL", List.of(postgres), () -> server.answersAt(postgres.port()));
    try {
      server.provide(postgres.port(), Service.LIFECYCLE.label(), credentials.lifecyclePassword());
    } catch (SQLException e) {
      throw new PlatformException("cannot make the services' databases: " + e.getMessage(), e);
    }
    await("Kafka", List.of(kafka), () -> KafkaBroker.answersAt(kafka.address()));
    return standOn(
        new Backing(
            kafka.address(),
            lifecycleDatabase(postgres),
            Service.LIFECYCLE.label(),
            credentials.lifecyclePassword()));
  }

  /** Lets the services use a broker and a database that somebody else runs. */
  public Backing standOn(Backing backing) {
    this.backing = backing;
    return backing;
  }

  /** The JDBC URL of the lifecycle service's database on this server. */
  public static String lifecycleDatabase(Child postgres) {
    return "jdbc:postgresql://" + postgres.address() + "/" + Service.LIFECYCLE.label();
  }

  /**
   * Starts an instance of a service unless it runs; does not wait until it is ready.
   *
   * @param instance counts from 1
   */
  public Child start(Service service, int instance) throws IOException {
    String name = service.instance(instance);
    Optional<Child> earlier = roster.child(name);
    if (earlier.isPresent() && earlier.get().isAlive()) {
      say.accept(name + " runs already at http://" + earlier.get().address());
      return earlier.get();
    }
    int usual = earlier.map(Child::port).orElse(instance == 1 ? service.usualPort() : 0);
    int port = portNear(name, usual);
    return launch(
        new ServiceLaunch(checkout, home, backing, credentials.writeKey())
            .of(service, instance, port));
  }

  /** Starts any other program as a child of this platform unless it runs. */
  public Child start(Launch launch) throws IOException {
    Optional<Child> earlier = roster.child(launch.name()).filter(Child::isAlive);
    return earlier.isPresent() ? earlier.get() : launch(launch);
  }

  /**
   * Waits until these services call themselves ready.
   *
   * @throws PlatformException if one dies, with the end of its log, or takes too long
   */
  public void awaitReady(List<Child> services) throws IOException {
    await("the services", services, () -> services.stream().allMatch(health::isReady));
  }

  /**
   * The first of the children that died without having been stopped, if any.
   *
   * @param children as they were started
   */
  public Optional<Child> dead(List<Child> children) throws IOException {
    List<Child> recorded = roster.children();
    return children.stream()
        .filter(child -> recorded.contains(child) && !child.isAlive())
        .findFirst();
  }

  /** Whether another command has stopped these children and taken them off the record. */
  public boolean isDown(List<Child> children) throws IOException {
    List<Child> recorded = roster.children();
    return children.stream().noneMatch(recorded::contains);
  }

  /** Kills a child at once, as a crash would; it stays recorded. */
  public void kill(String name) throws IOException {
    Optional<Child> child = roster.child(name);
    if (child.isPresent()) {
      Ending.KILL.apply(child.get(), PATIENCE);
    }
  }

  /** Stops what this launcher started, and nothing else; says which. */
  public List<Child> stopStarted() throws IOException {
    return stop(
        roster.children().stream().filter(child -> startedHere.contains(child.name())).toList());
  }

  /** Stops everything that is recorded, and a database that a killed launcher left behind. */
  public List<Child> stopAll() throws IOException {
    List<Child> stopped = stop(roster.children());
    stopOrphan(new PostgresServer(home.postgres(), credentials.postgresPassword()));
    return stopped;
  }

  /** What to tell about a dead child: which, and the end of its log. */
  public static String obituary(Child child) throws IOException {
    return "%s (pid %d) died. The end of %s:%n%s"
        .formatted(
            child.name(),
            child.pid(),
            child.log(),
            String.join(System.lineSeparator(), LogTail.of(child.log(), TAIL_LINES)).indent(2));
  }

  private List<Child> stop(List<Child> children) throws IOException {
    return new Shutdown(roster, say).of(children);
  }

  private Child startKafka() throws IOException {
    Optional<Child> earlier = roster.child(KAFKA);
    if (earlier.isPresent() && earlier.get().isAlive()) {
      return earlier.get();
    }
    int port = portNear(KAFKA, earlier.map(Child::port).orElse(USUAL_KAFKA_PORT));
    List<String> command =
        new KafkaBroker(home.kafka()).command(Programs.java(), port, Ports.freeNear(0));
    return launch(new Launch(KAFKA, command, Map.of(), port, home.log(KAFKA)));
  }

  private Child startPostgres(PostgresServer server) throws IOException {
    Optional<Child> earlier = roster.child(POSTGRES);
    if (earlier.isPresent() && earlier.get().isAlive()) {
      return earlier.get();
    }
    stopOrphan(server);
    int port = portNear(POSTGRES, earlier.map(Child::port).orElse(USUAL_POSTGRES_PORT));
    return launch(new Launch(POSTGRES, server.command(port), Map.of(), port, home.log(POSTGRES)));
  }

  private void stopOrphan(PostgresServer server) throws IOException {
    Optional<Child> orphan = server.orphan(home.log(POSTGRES));
    if (orphan.isPresent()) {
      say.accept("stopping a PostgreSQL that an earlier launcher left behind");
      Ending.INTERRUPT.apply(orphan.get(), PATIENCE);
    }
  }

  private int portNear(String name, int usual) throws IOException {
    int port = Ports.freeNear(usual);
    if (usual != 0 && port != usual) {
      say.accept("port " + usual + " is taken: " + name + " listens on " + port);
    }
    return port;
  }

  private Child launch(Launch launch) throws IOException {
    Child child = launch.start();
    startedHere.add(child.name());
    roster.put(child);
    return child;
  }

  private void await(String what, List<Child> children, BooleanSupplier done) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      for (Child child : children) {
        if (!child.isAlive()) {
          throw new PlatformException(obituary(child));
        }
      }
      if (Instant.now().isAfter(deadline)) {
        throw new PlatformException(
            what + " did not become ready in " + PATIENCE.toSeconds() + " s; see " + home.log("*"));
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PlatformException("interrupted while waiting for " + what, e);
      }
    }
  }
}
