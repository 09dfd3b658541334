package io.clientele.local.platform;

import io.clientele.local.broker.KafkaBroker;
import io.clientele.local.postgres.PostgresServer;
import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import io.clientele.local.process.Launch;
import io.clientele.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The whole platform on one machine: broker, database and services as child processes, which a
 * later launcher finds again through the same home.
 */
public final class Platform {

  public static final String KAFKA = "kafka";
  public static final String POSTGRES = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TAIL_LINES = 25;

  private final Path checkout;
  private final Home home;
  private final Consumer<String> say;
  private final Credentials credentials;
  private final Roster roster;
  private final Crew crew;
  private final PostgresServer server;
  private final BackingStart backingStart;
  private final Health health = new Health();
  private Backing backing;

  /**
   * The platform of this home, running or not.
   *
   * @param checkout the folder with the built modules
   * @param say takes one line about each step
   */
  public Platform(Path checkout, Home home, Consumer<String> say) throws IOException {
    this(checkout, home, say, true);
  }

  private Platform(Path checkout, Home home, Consumer<String> say, boolean usualPorts)
      throws IOException {
    this.checkout = checkout;
    this.home = home;
    this.say = say;
    this.credentials = Credentials.of(home);
    this.roster = new Roster(home);
    this.crew = new Crew(roster, say, usualPorts);
    this.server = new PostgresServer(home.postgres(), credentials.postgresPassword());
    this.backingStart = new BackingStart(home, crew, server, say);
  }

  /** A platform that leaves the usual ports to another one on this machine. */
  public static Platform onFreePorts(Path checkout, Home home, Consumer<String> say)
      throws IOException {
    return new Platform(checkout, home, say, false);
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
    Child kafka = backingStart.kafka();
    Child postgres = backingStart.postgres();
    await("PostgreSQL", List.of(postgres), () -> server.answersAt(postgres.port()));
    Database ingest = database(postgres, Service.INGEST, credentials.ingestPassword());
    Database lifecycle = database(postgres, Service.LIFECYCLE, credentials.lifecyclePassword());
    awaitBroker(kafka);
    return standOn(new Backing(kafka.address(), ingest, lifecycle));
  }

  /** Starts the broker alone, for services that need no database, and waits until it answers. */
  public Backing startBroker() throws IOException {
    Child kafka = backingStart.kafka();
    awaitBroker(kafka);
    return standOn(new Backing(kafka.address(), null, null));
  }

  private void awaitBroker(Child kafka) throws IOException {
    await("Kafka", List.of(kafka), () -> KafkaBroker.answersAt(kafka.address()));
  }

  private Database database(Child postgres, Service service, String password) {
    try {
      server.provide(postgres.port(), service.label(), password);
    } catch (SQLException e) {
      throw new PlatformException(
          "cannot make the database of " + service.label() + ": " + e.getMessage(), e);
    }
    return new Database(databaseUrl(postgres, service), service.label(), password);
  }

  /** Lets the services use a broker and a database that somebody else runs. */
  public Backing standOn(Backing backing) {
    this.backing = backing;
    return backing;
  }

  /** The JDBC URL of a service's database on this server. */
  static String databaseUrl(Child postgres, Service service) {
    return "jdbc:postgresql://" + postgres.address() + "/" + service.label();
  }

  /**
   * Starts an instance of a service unless it runs; does not wait until it is ready.
   *
   * @param instance counts from 1
   */
  public Child start(Service service, int instance) throws IOException {
    return start(service, instance, Tuning.usual(service));
  }

  /** The same for a process that is not to be run as usual. */
  public Child start(Service service, int instance, Tuning tuning) throws IOException {
    String name = service.instance(instance);
    Optional<Child> earlier = crew.running(name);
    if (earlier.isPresent()) {
      say.accept(name + " runs already at http://" + earlier.get().address());
      return earlier.get();
    }
    int port = crew.port(name, instance == 1 ? service.usualPort() : 0);
    return crew.launch(
        new ServiceLaunch(checkout, home, backing, credentials)
            .of(service, instance, port, tuning));
  }

  /** Starts any other program as a child of this platform unless it runs. */
  public Child start(Launch launch) throws IOException {
    Optional<Child> earlier = crew.running(launch.name());
    return earlier.isPresent() ? earlier.get() : crew.launch(launch);
  }

  /**
   * Waits until these services call themselves ready.
   *
   * @throws PlatformException if one dies, with the end of its log, or takes too long
   */
  public void awaitReady(List<Child> services) throws IOException {
    await("the services", services, () -> services.stream().allMatch(health::isReady));
  }

  /** Kills a child at once, as a crash would; it stays recorded. */
  public void kill(String name) throws IOException {
    Optional<Child> child = roster.child(name);
    if (child.isPresent()) {
      Ending.KILL.apply(child.get(), PATIENCE);
    }
  }

  /** Stops one child in order and forgets it. */
  public void stop(Child child) throws IOException {
    crew.stop(List.of(child));
  }

  /**
   * Stops what this launcher started, and nothing else; says which. It starts nothing any more
   * then.
   */
  public List<Child> stopStarted() throws IOException {
    return crew.stopStarted();
  }

  /** Whether this launcher is stopping, or has stopped, what it started. */
  public boolean isStopping() {
    return crew.isStopping();
  }

  /** Stops everything that is recorded, and a database that a killed launcher left behind. */
  public List<Child> stopAll() throws IOException {
    List<Child> stopped = crew.stop(roster.children());
    backingStart.stopOrphan();
    return stopped;
  }

  /** Whether the child is broker or database, which speak no HTTP and are stopped last. */
  public static boolean isBacking(Child child) {
    return child.name().equals(KAFKA) || child.name().equals(POSTGRES);
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
