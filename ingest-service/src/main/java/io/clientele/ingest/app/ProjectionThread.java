package io.clientele.ingest.app;

import io.clientele.ingest.projection.RejectionProjector;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Runs the projector as long as the service runs. */
@ApplicationScoped
class ProjectionThread {

  private final RejectionProjector projector;
  private final Thread thread;

  ProjectionThread(RejectionProjector projector) {
    this.projector = projector;
    this.thread = new Thread(projector, "rejection-projector");
    thread.setDaemon(true);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    projector.stop();
    thread.join(TimeUnit.SECONDS.toMillis(2));
  }
}
