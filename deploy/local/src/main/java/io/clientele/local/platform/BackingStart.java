package io.clientele.local.platform;

import io.clientele.local.broker.KafkaBroker;
import io.clientele.local.postgres.PostgresServer;
import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Ports;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How broker and database are started where they do not run yet. */
final class BackingStart {

  private static final int USUAL_KAFKA_PORT = 9092;
  private static final int USUAL_POSTGRES_PORT = 5432;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Home home;
  private final Crew crew;
  private final PostgresServer server;
  private final Consumer<String> say;

  BackingStart(Home home, Crew crew, PostgresServer server, Consumer<String> say) {
    this.home = home;
    this.crew = crew;
    this.server = server;
    this.say = say;
  }

  Child kafka() throws IOException {
    Optional<Child> earlier = crew.running(Platform.KAFKA);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    int port = crew.port(Platform.KAFKA, USUAL_KAFKA_PORT);
    List<String> command =
        new KafkaBroker(home.kafka()).command(Programs.java(), port, Ports.freeNear(0));
    return crew.launch(
        new Launch(Platform.KAFKA, command, Map.of(), port, home.log(Platform.KAFKA)));
  }

  Child postgres() throws IOException {
    Optional<Child> earlier = crew.running(Platform.POSTGRES);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    stopOrphan();
    int port = crew.port(Platform.POSTGRES, USUAL_POSTGRES_PORT);
    return crew.launch(
        new Launch(
            Platform.POSTGRES, server.command(port), Map.of(), port, home.log(Platform.POSTGRES)));
  }

  /** Stops a database that a killed launcher left behind. */
  void stopOrphan() throws IOException {
    Optional<Child> orphan = server.orphan(home.log(Platform.POSTGRES));
    if (orphan.isPresent()) {
      say.accept("stopping a PostgreSQL that an earlier launcher left behind");
      Ending.INTERRUPT.apply(orphan.get(), PATIENCE);
    }
  }
}
