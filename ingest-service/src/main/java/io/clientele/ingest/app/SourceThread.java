package io.clientele.ingest.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for what other instances changed. */
@ApplicationScoped
class SourceThread {

  /** How long another instance's change may stay unnoticed here. */
  private static final long TURN_SECONDS = 2;

  private final SourceRefresh refresh;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "source-refresh");
            thread.setDaemon(true);
            return thread;
          });

  SourceThread(SourceRefresh refresh) {
    this.refresh = refresh;
  }

  /** The first turn is over before a request can come: none is refused for a key not read yet. */
  @SuppressWarnings("FutureReturnValueIgnored") // a turn never fails; the thread ends with stop
  void start(@Observes StartupEvent event) {
    refresh.run();
    turns.scheduleWithFixedDelay(refresh, TURN_SECONDS, TURN_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    turns.shutdownNow();
  }
}
