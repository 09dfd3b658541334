package io.clientele.ingest.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks for what other instances changed. */
@ApplicationScoped
class SourceThread {

  /** How long another instance's change may stay unnoticed here. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final SourceRefresh refresh;
  private Turns turns;

  SourceThread(SourceRefresh refresh) {
    this.refresh = refresh;
  }

  /** The first turn is over before a request can come: none is refused for a key not read yet. */
  void start(@Observes StartupEvent event) {
    refresh.run();
    turns = new Turns("source-refresh", PAUSE, refresh);
  }

  void stop(@Observes ShutdownEvent event) {
    if (turns != null) {
      turns.stop();
    }
  }
}
